import 'server-only'
import type { Evaluation } from '@/lib/core/regime'
import { asOfDay } from '@/lib/core/regime/age'
import { snapshotEvaluations } from '@/lib/core/regime-snapshot'
import type { IsoDate } from '@/lib/core/units'
import { evaluateSeries } from '@/lib/flows/evaluate-series'
import { readSeriesSet } from '@/lib/flows/read-series'

/** The newest measurement of the regime, and whether it rests on stored series or on the readings that ship with the product. */
export interface MeasuredRegime {
  evaluation: Evaluation
  from: 'stored' | 'snapshot'
}

/**
 * The regime as it is known to this user on a day, aged to that day: from the stored series, unless the shipped readings reach further.
 * Null when it was never measured.
 */
export async function measuredRegime(userId: string, asOf: IsoDate): Promise<MeasuredRegime | null> {
  const stored = await newestOfStored(userId, asOf)
  const shipped = newestOfSnapshot(asOf)
  const takesStored = stored !== undefined && (!shipped || stored.measuredOn >= shipped.measuredOn)
  const evaluation = takesStored ? stored : shipped
  return evaluation ? { evaluation: asOfDay(evaluation, asOf), from: takesStored ? 'stored' : 'snapshot' } : null
}

/** The last Friday's evaluation; none when no Friday could be measured. */
async function newestOfStored(userId: string, asOf: IsoDate): Promise<Evaluation | undefined> {
  const { kind, series } = await readSeriesSet(userId, { asOf })
  if (kind === 'snapshot') return undefined
  const evaluations = evaluateSeries(series, asOf)
  return evaluations.some(({ state }) => state !== 'unknown') ? evaluations.at(-1) : undefined
}

let snapshot: Evaluation[] | undefined

/** Read once: the figures are part of the code. */
function newestOfSnapshot(asOf: IsoDate): Evaluation | undefined {
  snapshot ??= snapshotEvaluations()
  return snapshot.findLast(({ friday }) => friday <= asOf)
}
