import type { SeriesId } from '@/lib/core/series'
import { type IsoDate, isoDate } from '@/lib/core/units'

interface Range {
  from: IsoDate | null
  low: number
  high: number
}

const range = (low: number, high: number, from: string | null = null): Range => ({
  from: from === null ? null : isoDate(from),
  low,
  high,
})

const RATE = [range(-2, 30)]

/**
 * What a value of each series can be, in the units of SERIES, the newest range first. Wider than all that was observed to 2026, and narrow enough
 * that an amount in billions is never taken for millions. Reserves, agency securities and the Treasury's account were small before 2009 and 2010,
 * so that theirs has a date.
 */
const RANGES: Record<SeriesId, readonly Range[]> = {
  WALCL: [range(400_000, 40_000_000)],
  WSHOSHO: [range(300_000, 30_000_000)],
  TREAST: [range(300_000, 30_000_000)],
  WSHOMCB: [range(300_000, 30_000_000, '2010-01-01'), range(0, 2_000_000)],
  WRESBAL: [range(200_000, 20_000_000, '2009-01-01'), range(1_500, 1_500_000)],
  WTREGEN: [range(6_000, 6_000_000, '2009-01-01'), range(1_000, 500_000)],
  WDTGAL: [range(6_000, 6_000_000, '2009-01-01'), range(1_000, 500_000)],
  RRPONTSYD: [range(0, 10_000)],
  SOFR: RATE,
  IORB: RATE,
  DFEDTARU: RATE,
  DFEDTARL: RATE,
  DFF: RATE,
  DGS3MO: RATE,
  DGS2: RATE,
  DGS10: RATE,
  DGS20: RATE,
  DGS30: RATE,
  NFCI: [range(-5, 10)],
  HOUST: [range(200, 5_000)],
  UNRATE: [range(0.5, 40)],
  PAYEMS: [range(20_000, 400_000)],
  CPIAUCSL: [range(15, 2_000)],
  UMCSENT: [range(20, 150)],
}

/** `otherUnits`: it would be plausible once multiplied by `factor`, so that the units are probably others. */
export type RangeProblem = { problem: 'otherUnits'; factor: number } | { problem: 'implausible' }

const FACTORS = [1_000, 100, 1 / 100, 1 / 1_000, 1_000_000, 1 / 1_000_000]

function isWithin(id: SeriesId, date: IsoDate, value: number): boolean {
  const holds = RANGES[id].find(({ from }) => from === null || from <= date)
  return holds !== undefined && value >= holds.low && value <= holds.high
}

/**
 * Null for a value that the series can have; otherwise what is wrong with it. Such a value is refused, never converted. A single value of a rate
 * given as a fraction of one looks like a low rate, and passes.
 */
export function rangeProblem(id: SeriesId, date: IsoDate, value: number): RangeProblem | null {
  if (isWithin(id, date, value)) return null
  const factor = FACTORS.find((f) => value !== 0 && isWithin(id, date, value * f))
  return factor === undefined ? { problem: 'implausible' } : { problem: 'otherUnits', factor }
}
