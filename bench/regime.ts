import { randomFrom } from '@/bench/random'
import { evaluateRegime } from '@/lib/core/regime'
import type { Observation, SeriesSet } from '@/lib/core/series'
import { daysBefore, type IsoDate, isoDate } from '@/lib/core/units'

/** Times twenty years of weekly states from the daily and weekly series that they take, and prints the median of some runs. */
const RUNS = 21
const YEARS = 20
const DAYS = YEARS * 365 + 182 + 91
const END = isoDate('2026-01-01') as IsoDate
const random = randomFrom(1)

/** A walk that ends on the same day whatever its step. */
function walk(step: number, start: number, spread: number): Observation[] {
  const length = Math.floor(DAYS / step)
  let value = start
  return Array.from({ length }, (_, i) => {
    value = Math.max(start / 4, value + (random.next() - 0.5) * spread)
    return { date: daysBefore(END, (length - 1 - i) * step), value }
  })
}

const series: SeriesSet = {
  WALCL: walk(7, 6_500_000, 40_000),
  TREAST: walk(7, 4_200_000, 30_000),
  WSHOMCB: walk(7, 2_000_000, 10_000),
  WRESBAL: walk(7, 3_000_000, 60_000),
  DFF: walk(1, 4, 0.02),
  DGS2: walk(1, 4, 0.05),
  SOFR: walk(1, 4, 0.05),
}

const from = daysBefore(END, YEARS * 365)
const times = Array.from({ length: RUNS }, () => {
  const start = performance.now()
  evaluateRegime(series, { from, to: END })
  return performance.now() - start
})
const first = times[0] ?? 0
const median = times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
const weeks = evaluateRegime(series, { from, to: END }).length
console.log(`${weeks} weekly states: median ${median.toFixed(1)} ms of ${RUNS} runs, the first ${first.toFixed(1)} ms`)
