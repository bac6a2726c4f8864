import type { Exact, ExactPosition } from '@/bench/exact'
import type { Answer } from '@/bench/judge'
import type { Stated } from '@/bench/model'

/** Below this share of a unit a lot counts as unused: the solvers' own tolerance. */
const SPECK = 1e-6

/** The nearest answer in whole units, with its lots in exact quantities that add up. */
export function answerOf(exact: Exact, stated: Stated, values: ArrayLike<number>): Answer {
  const at = (column: number): number => values[column] ?? 0
  const units = stated.columns.map(({ buy, sell }) => BigInt(Math.round(at(buy))) - BigInt(Math.round(at(sell))))
  const lots = exact.positions.map((position, i) =>
    lotsOf(position, units[i] ?? 0n, (stated.columns[i]?.lots ?? []).map(at)),
  )
  return { units, lots }
}

/** Takes what the solver took of each lot, and the rest of the sale from those that it used, largest first. */
function lotsOf(position: ExactPosition, units: bigint, used: number[]): bigint[] {
  let left = units < 0n ? -units * position.unit : 0n
  const taken = position.lots.map(() => 0n)
  const order = position.lots.map((_, l) => l).sort((a, b) => (used[b] ?? 0) - (used[a] ?? 0))
  const take = (l: number, wanted: bigint): void => {
    const room = (position.lots[l]?.quantity ?? 0n) - (taken[l] ?? 0n)
    const part = [wanted, room, left].reduce((least, v) => (v < least ? v : least))
    taken[l] = (taken[l] ?? 0n) + part
    left -= part
  }
  for (const l of order) {
    const share = used[l] ?? 0
    if (share > SPECK) take(l, (BigInt(Math.round(share * 1e6)) * position.unit) / 1_000_000n)
  }
  for (const l of order) if ((used[l] ?? 0) > SPECK) take(l, left)
  return taken
}
