import 'server-only'
import { type Evaluation, evaluateRegime } from '@/lib/core/regime'
import { LEG_SERIES } from '@/lib/core/regime/readings'
import type { Observation, SeriesSet } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'

interface Kept {
  asOf: IsoDate
  series: readonly (readonly Observation[] | undefined)[]
  evaluations: readonly Evaluation[]
}

/**
 * By the very list of one series: shared series stay the same lists until something is fetched, while a list that a user's own files went into is
 * made anew at each reading, is found by nobody else and goes with its reading.
 */
const kept = new WeakMap<readonly Observation[], Kept>()

/** Every Friday's evaluation up to a day. Twenty years take tens of milliseconds, so that the same series are evaluated once a day. */
export function evaluateSeries(series: SeriesSet, asOf: IsoDate): readonly Evaluation[] {
  if (!series.DFF) return []
  const lists = LEG_SERIES.map((id) => series[id])
  const known = kept.get(series.DFF)
  if (known && known.asOf === asOf && lists.every((list, i) => list === known.series[i])) return known.evaluations
  const evaluations = evaluateRegime(series, { to: asOf })
  kept.set(series.DFF, { asOf, series: lists, evaluations })
  return evaluations
}
