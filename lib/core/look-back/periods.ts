import { ASSET_CLASSES, type AssetClass } from '@/lib/core/asset-class'
import type { ClassReturns } from '@/lib/core/look-back/class-returns'
import type { Period } from '@/lib/core/look-back/strategies'
import type { RegimeState } from '@/lib/core/models'
import { type Month, monthAfter, monthNumber, monthOf } from '@/lib/core/month'
import type { Evaluation } from '@/lib/core/regime'

/** The state whose weights applied at a month's end. */
export interface MonthState {
  month: Month
  state: RegimeState
}

/** The last Friday's state of each month: what was known at its end. Assumes the order of Fridays. */
export function statesByMonth(evaluations: readonly Pick<Evaluation, 'friday' | 'targets'>[]): MonthState[] {
  const states = new Map<Month, RegimeState>()
  for (const { friday, targets } of evaluations) states.set(monthOf(friday), targets)
  return [...states].map(([month, state]) => ({ month, state }))
}

export interface Sample {
  periods: Period[]
  /** Months that began without a measured state, and are taken as neutral. */
  unmeasured: number
}

/**
 * The newest run of consecutive months for which every class at hand has a return, from the month after the first state on. The state known at the
 * end of one month is that of the next; where a month's end has none, neutral.
 */
export function sampleOf(returns: ClassReturns, states: readonly MonthState[], from: Month | null): Sample {
  const classes = ASSET_CLASSES.filter((c) => returns[c])
  const byClass = new Map(classes.map((c) => [c, new Map(returns[c]?.map((r) => [r.month, r.value]))]))
  const byMonth = new Map(states.map(({ month, state }) => [month, state]))
  const first = Math.min(...states.map(({ month }) => monthNumber(month))) + 1
  const start = Math.max(first, from === null ? first : monthNumber(from))
  const periods: Period[] = []
  let unmeasured = 0
  const last = newestShared([...byClass.values()])
  for (let month = last; month !== null && monthNumber(month) >= start; month = monthAfter(month, -1)) {
    const at: Month = month
    const values = new Map([...byClass].flatMap(([c, ofClass]) => pair(c, ofClass.get(at))))
    if (values.size < classes.length) break
    const known = byMonth.get(monthAfter(month, -1))
    if (!known) unmeasured += 1
    periods.unshift({ month, returns: values, state: known ?? 'neutral' })
  }
  return { periods, unmeasured }
}

const pair = (c: AssetClass, value: number | undefined): [AssetClass, number][] =>
  value === undefined ? [] : [[c, value]]

/** The newest month that all of them have; null when there is none. */
function newestShared(all: readonly ReadonlyMap<Month, number>[]): Month | null {
  const [first, ...others] = all
  if (!first) return null
  const shared = [...first.keys()].filter((month) => others.every((other) => other.has(month)))
  return shared.sort().at(-1) ?? null
}
