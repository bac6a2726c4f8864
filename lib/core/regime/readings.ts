import { dayNumber } from '@/lib/core/day-number'
import type { Leg, LegReading } from '@/lib/core/regime'
import { LEG_RULES, scale } from '@/lib/core/regime/leg-rules'
import {
  balanceSheetGrowth,
  fundingStress,
  policyRateChange,
  type RawReading,
  rateExpectations,
  reservesChange,
} from '@/lib/core/regime/legs'
import type { SeriesId, SeriesSet } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'

const MEASURES: Record<Leg, (series: SeriesSet, thursday: IsoDate) => RawReading | null> = {
  bs: balanceSheetGrowth,
  rate: policyRateChange,
  exp: rateExpectations,
  res: reservesChange,
  fund: fundingStress,
}

/** One leg's reading from its raw value as known on a Thursday: scaled and used, or past its greatest age, or missing. */
export function readingOf(leg: Leg, known: RawReading | null, thursday: IsoDate): LegReading {
  if (!known) return { raw: null, scaled: null, date: null, status: 'missing' }
  const isStale = dayNumber(thursday) - dayNumber(known.date) > LEG_RULES[leg].maxAge
  return isStale
    ? { ...known, scaled: null, status: 'stale' }
    : { ...known, scaled: scale(leg, known.raw), status: 'used' }
}

/** All five legs from what was known on a Thursday. */
export function readLegs(series: SeriesSet, thursday: IsoDate): Record<Leg, LegReading> {
  const read = (leg: Leg): LegReading => readingOf(leg, MEASURES[leg](series, thursday), thursday)
  return { bs: read('bs'), rate: read('rate'), exp: read('exp'), res: read('res'), fund: read('fund') }
}

/** The series that the legs rest on; the others are shown beside them. */
export const LEG_SERIES = [
  'WSHOSHO',
  'TREAST',
  'WSHOMCB',
  'WALCL',
  'DFF',
  'DGS2',
  'WRESBAL',
  'SOFR',
] as const satisfies readonly SeriesId[]
