import { shifted } from '@/lib/core/day-number'
import type { SecuritiesSource } from '@/lib/core/regime'
import { LEG_RULES } from '@/lib/core/regime/leg-rules'
import type { SeriesId, SeriesSet } from '@/lib/core/series'
import { lastAt, meanOfLast } from '@/lib/core/series-values'
import { type IsoDate, isoDate } from '@/lib/core/units'

/** A raw reading and the date that its age is counted from: of several series the one that is furthest behind. */
export interface RawReading {
  raw: number
  date: IsoDate
  source?: SecuritiesSource
}

const QUARTER = 91
const HALF_YEAR = 182
const QUARTERS_A_YEAR = 4
const PERCENT = 100
const BASIS_POINTS = 100
const YIELD_DAYS = 20
const FUNDS_DAYS = 28
const RESERVE_WEEKS = 4
/** From here on the two parts are used at both dates (agency securities are published as one series since May 2021). */
const PARTS_FROM = isoDate('2021-08-01') as IsoDate

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b)
const reading = (raw: number, date: IsoDate): RawReading | null => (Number.isFinite(raw) ? { raw, date } : null)

interface Pair {
  now: number
  before: number
  date: IsoDate
}

function levels(series: SeriesSet, id: SeriesId, date: IsoDate, before: IsoDate): Pair | null {
  const [now, past] = [lastAt(series[id], date), lastAt(series[id], before)]
  return now && past && { now: now.value, before: past.value, date: now.date }
}

function partLevels(series: SeriesSet, date: IsoDate, before: IsoDate): Pair | null {
  if (before < PARTS_FROM) return null
  const treasuries = levels(series, 'TREAST', date, before)
  const agency = levels(series, 'WSHOMCB', date, before)
  if (!treasuries || !agency) return null
  return {
    now: treasuries.now + agency.now,
    before: treasuries.before + agency.before,
    date: earlier(treasuries.date, agency.date),
  }
}

/**
 * Growth of the securities that the Federal Reserve holds outright over 91 days, percent a year: ((now / before)⁴ − 1) · 100. The total is WSHOSHO;
 * where it is missing or late, the same securities in two parts, TREAST + WSHOMCB, if both dates are on or after 2021-08-01; failing these, WALCL,
 * the whole balance sheet.
 * Source: H.4.1, Wednesday levels.
 */
export function balanceSheetGrowth(series: SeriesSet, thursday: IsoDate): RawReading | null {
  const before = shifted(thursday, -QUARTER)
  const grown = ({ now, before, date }: Pair, source: SecuritiesSource): RawReading | null => {
    const growth = reading(((now / before) ** QUARTERS_A_YEAR - 1) * PERCENT, date)
    return growth && { ...growth, source }
  }
  const total = levels(series, 'WSHOSHO', thursday, before)
  if (total && total.date >= shifted(thursday, -LEG_RULES.bs.maxAge)) return grown(total, 'WSHOSHO')
  const parts = partLevels(series, thursday, before)
  if (parts) return grown(parts, 'TREAST+WSHOMCB')
  if (total) return grown(total, 'WSHOSHO')
  const whole = levels(series, 'WALCL', thursday, before)
  return whole && grown(whole, 'WALCL')
}

/** Change of the effective federal funds rate (DFF, H.15) over 182 days, basis points. */
export function policyRateChange(series: SeriesSet, thursday: IsoDate): RawReading | null {
  const rate = levels(series, 'DFF', thursday, shifted(thursday, -HALF_YEAR))
  return rate && reading((rate.now - rate.before) * BASIS_POINTS, rate.date)
}

/** Basis points by which the mean of one rate's last 20 values is above the mean of the funds rate's last 28 days. */
function overFunds(series: SeriesSet, id: SeriesId, thursday: IsoDate): RawReading | null {
  const rate = meanOfLast(series[id], thursday, YIELD_DAYS)
  const funds = meanOfLast(series.DFF, thursday, FUNDS_DAYS)
  return rate && funds && reading((rate.value - funds.value) * BASIS_POINTS, earlier(rate.date, funds.date))
}

/** What the market expects of the policy rate: the two-year yield (DGS2, H.15) over the funds rate, basis points. */
export function rateExpectations(series: SeriesSet, thursday: IsoDate): RawReading | null {
  return overFunds(series, 'DGS2', thursday)
}

/**
 * Change of the banks' reserves over 91 days, percent of the balance sheet: the mean of the last four weeks of WRESBAL less the same 91 days
 * earlier, divided by WALCL. Source: H.4.1; both in millions of dollars.
 */
export function reservesChange(series: SeriesSet, thursday: IsoDate): RawReading | null {
  const now = meanOfLast(series.WRESBAL, thursday, RESERVE_WEEKS)
  const then = meanOfLast(series.WRESBAL, shifted(thursday, -QUARTER), RESERVE_WEEKS)
  const whole = lastAt(series.WALCL, thursday)
  if (!now || !then || !whole) return null
  return reading(((now.value - then.value) / whole.value) * PERCENT, earlier(now.date, whole.date))
}

/** Stress in overnight funding: SOFR (New York Fed, from April 2018) over the funds rate, basis points. */
export function fundingStress(series: SeriesSet, thursday: IsoDate): RawReading | null {
  return overFunds(series, 'SOFR', thursday)
}
