import { CHARTS_FROM } from '@/app/(dashboard)/[portfolioId]/policy/read-policy'
import type { RateMove } from '@/lib/core/chronology'
import { dayNumber } from '@/lib/core/day-number'
import type { StoredSeries } from '@/lib/core/feed-series'
import type { Observation } from '@/lib/core/series'

type Observations = readonly Observation[] | undefined

const WEEK = 7
const MILLIONS_A_BILLION = 1_000
const DIGITS = 4

/** Days are counted from a Wednesday, so that this is the week that ends on one: the day of the weekly balance sheet. */
const weekOf = ({ date }: Observation): number => Math.ceil(dayNumber(date) / WEEK)

/** The last value of each week, and every value that differs from the one before where `moves` asks for it, as of a target range. */
function weekly(observations: Observations, moves: boolean): Observation[] {
  const seen = (observations ?? []).filter(({ date }) => date >= CHARTS_FROM)
  return seen.filter((o, i) => {
    const next = seen[i + 1]
    return !next || weekOf(next) !== weekOf(o) || (moves && o.value !== seen[i - 1]?.value)
  })
}

interface Wanted {
  observations: Observations
  /** What one unit of the series is, in that of the chart. */
  factor?: number
}

/** Several series on the days that any of them has, by week. */
export function linesOf(wanted: readonly Wanted[], moves = false): { days: number[]; values: (number | null)[][] } {
  const thinned = wanted.map(({ observations }) => weekly(observations, moves))
  const byDay = thinned.map((seen) => new Map(seen.map(({ date, value }) => [dayNumber(date), value])))
  const days = [...new Set(byDay.flatMap((known) => [...known.keys()]))].sort((a, b) => a - b)
  const values = byDay.map((known, i) => days.map((day) => scaled(known.get(day), wanted[i]?.factor ?? 1)))
  return { days, values }
}

const scaled = (value: number | undefined, factor: number): number | null =>
  value === undefined ? null : Number((value * factor).toFixed(DIGITS))

export const IN_BILLIONS = 1 / MILLIONS_A_BILLION

/** Securities held outright: the total where it is at hand, otherwise Treasury and agency securities of the same day together. */
export function securitiesHeld({ WSHOSHO, TREAST, WSHOMCB }: StoredSeries): Observations {
  if (WSHOSHO) return WSHOSHO
  const agency = new Map(WSHOMCB?.map(({ date, value }) => [date, value]))
  return TREAST?.flatMap(({ date, value }) => {
    const other = agency.get(date)
    return other === undefined ? [] : [{ date, value: value + other }]
  })
}

/** The Treasury's account: the weekly mean, and after its last value the Wednesday level. */
export function treasuryAccount({ WTREGEN = [], WDTGAL = [] }: StoredSeries): Observations {
  const last = WTREGEN.at(-1)?.date ?? ''
  return [...WTREGEN, ...WDTGAL.filter(({ date }) => date > last)]
}

/** A bound of the target range, continued by the moves that are known with their day and that the series does not reach. */
export function withMoves(observations: Observations, moves: readonly RateMove[], below: number): Observations {
  const last = observations?.at(-1)?.date ?? ''
  const later = moves.filter(({ date }) => date > last)
  return [...(observations ?? []), ...later.map(({ date, to }) => ({ date, value: to - below }))]
}
