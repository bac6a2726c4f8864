import { CLASS_SCALE, type Problem } from '@/lib/core/allocator/problem'
import { NET_REGIONS } from '@/lib/core/allocator/proof'
import { RATE_ONE } from '@/lib/core/units'

export const rateNumber = (rate: bigint): number => Number(rate) / Number(RATE_ONE)

/** The convex cost of a row's total: nothing between `low` and `high`, then by pieces outwards. Without pieces the total must stay inside. */
export interface RowCost {
  low: number
  high: number
  down: Piece[]
  up: Piece[]
}

/** Up to `length` further, each unit costs `slope`. Slopes rise outwards. */
export interface Piece {
  length: number
  slope: number
}

export const STEPS = 8

const HAIR = 1e-7

/** Inside its band a class is drawn to the middle by a hair, so that money that has to go somewhere goes where it is asked for. */
export function drawn(row: RowCost): RowCost {
  if (row.low >= row.high) return row
  const [middle, length] = [(row.low + row.high) / 2, (row.high - row.low) / 2]
  const inside = { length, slope: HAIR }
  return { low: middle, high: middle, down: [inside, ...row.down], up: [inside, ...row.up] }
}

/** Splits the last, endless piece on either side into steps that get dearer by a hair. */
export function stepped(row: RowCost, width: number): RowCost {
  if (width <= 0) return row
  const split = (pieces: Piece[]): Piece[] => {
    const last = pieces.at(-1)
    if (!last) return pieces
    const steps = Array.from({ length: STEPS }, (_, s) => ({
      length: s === STEPS - 1 ? Number.POSITIVE_INFINITY : width,
      slope: last.slope * (1 + s * HAIR),
    }))
    return [...pieces.slice(0, -1), ...steps]
  }
  return { ...row, down: split(row.down), up: split(row.up) }
}

export function rowCostsOf(
  problem: Problem,
  rows: number,
  money: (value: bigint) => number,
  region: number | null,
): RowCost[] {
  const { tracking, pull, idle } = problem
  const [far, near] = [rateNumber(tracking), rateNumber(pull)]
  const costs: RowCost[] = problem.classes.map(({ lower, upper, centre }) => {
    const [low, mid, high] = [lower, centre, upper].map((v) => money(v) / Number(CLASS_SCALE)) as [
      number,
      number,
      number,
    ]
    const endless = Number.POSITIVE_INFINITY
    if (near === 0) return { low, high, down: [{ length: endless, slope: far }], up: [{ length: endless, slope: far }] }
    const outwards = (length: number): Piece[] => [
      { length, slope: near },
      { length: endless, slope: far + near },
    ]
    return { low: mid, high: mid, down: outwards(mid - low), up: outwards(high - mid) }
  })
  for (const a of problem.accounts) {
    const free = { low: money(a.floor), high: Number.POSITIVE_INFINITY, down: [], up: [] }
    const idleCost = rateNumber(idle)
    if (a.idleAbove === null || idleCost === 0) costs.push(free)
    else {
      const high = Math.max(free.low, money(a.idleAbove))
      costs.push({ ...free, high, up: [{ length: Number.POSITIVE_INFINITY, slope: idleCost }] })
    }
  }
  const cap = problem.turnoverCap
  costs.push({
    low: Number.NEGATIVE_INFINITY,
    high: cap === null ? Number.POSITIVE_INFINITY : money(cap),
    down: [],
    up: [],
  })
  const signs = region === null ? undefined : NET_REGIONS[region]
  const gains = [signs?.short, signs?.long]
  for (let r = costs.length; r < rows; r++) {
    const sign = gains[r - (rows - 2)] ?? 0
    costs.push({
      low: sign > 0 ? 0 : Number.NEGATIVE_INFINITY,
      high: sign < 0 ? 0 : Number.POSITIVE_INFINITY,
      down: [],
      up: [],
    })
  }
  return costs
}
