import type { AssetClass } from '@/lib/core/asset-class'
import { type Bps, MILLION, type Ppm, WHOLE } from '@/lib/core/units'

/** What a strip shows of one class. */
export interface StripRow {
  assetClass: AssetClass
  weight: Bps | null
  tightening: Bps
  postQt: Bps
  adopted: { target: Bps; band: { lower: Ppm; upper: Ppm } } | null
}

/** The common scale of a table's strips, in basis points. */
export interface StripScale {
  from: number
  to: number
  ticks: number[]
}

const STEPS = [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]
const MOST_TICKS = 6

/** The strips' scale: from zero, or a round number below what is lowest, to a round number above what is highest. */
export function stripScale(rows: readonly StripRow[]): StripScale {
  const marks = rows.flatMap((row) => [row.weight ?? 0, row.tightening, row.postQt, upperEdge(row)])
  return roundScale(Math.min(0, ...marks), Math.max(...marks))
}

/** Round ticks from at or below `low` to at or above `high`, in basis points; at least one step wide. */
export function roundScale(low: number, high: number): StripScale {
  const step = STEPS.find((s) => (high - low) / s <= MOST_TICKS - 1) ?? roundStep((high - low) / (MOST_TICKS - 1))
  const from = Math.floor(low / step) * step
  const to = Math.max(Math.ceil(high / step) * step, from + step)
  return { from, to, ticks: Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step) }
}

const upperEdge = (row: StripRow) => (row.adopted ? row.adopted.band.upper / (MILLION / WHOLE) : 0)

/** A borrowed book has weights of hundreds of percent: the next power of ten then. */
const roundStep = (least: number) => 10 ** Math.ceil(Math.log10(least))

/** Where on the scale, as a percentage of its length. */
export function placeOn(scale: StripScale, value: number): string {
  return `${(((value - scale.from) / (scale.to - scale.from)) * 100).toFixed(3)}%`
}
