import type { StoredSeries } from '@/lib/core/feed-series'
import { lastDayOf, monthAfter, monthOf } from '@/lib/core/month'
import type { Observation } from '@/lib/core/series'
import type { Figure, FigureName } from '@/lib/core/thesis/figure'
import { inBillions, newestOf, recentAt } from '@/lib/core/thesis/known'
import { RECORD, type Recorded } from '@/lib/core/thesis/record'
import type { IsoDate } from '@/lib/core/units'

const WEEK_AND_A_HALF = 10
/** Billions: a rise below it may be the reinvestment of what matured. */
const REAL_PURCHASES = 25

/** "Liquidity enters through bill purchases": whether the New York Fed's bill holdings have grown since the start. */
export function billPurchases({ SOMA_BILLS }: StoredSeries, start: IsoDate): Recorded | null {
  const [then, now] = [recentAt(SOMA_BILLS, start, WEEK_AND_A_HALF), newestOf(SOMA_BILLS)]
  if (!then || !now || now.date <= start) return null
  const holdings = (name: FigureName, { date, value }: Observation): Figure => ({
    ...{ name, date, value: inBillions(value) },
    ...{ unit: 'billions', source: 'SOMA_BILLS' },
  })
  const paused = RECORD.billPurchases
  return {
    verdict: inBillions(now.value - then.value) > REAL_PURCHASES ? 'confirmed' : 'contradicted',
    on: now.date,
    figures: [holdings('billsAtStart', then), holdings('billsNow', now), ...(paused?.figures.slice(-1) ?? [])],
    remark: 'pausedSince',
  }
}

/**
 * The "double shock" of the start's month and the next: whether the banks' reserves (WRESBAL) rose in each. No verdict of it is on record; both
 * months are judged by their last Wednesdays.
 */
export function doubleShock({ WRESBAL }: StoredSeries, start: IsoDate): Recorded | null {
  const first = lastDayOf(monthOf(start))
  const second = lastDayOf(monthAfter(monthOf(start)))
  const [then, december, january] = [start, first, second].map((date) => recentAt(WRESBAL, date, WEEK_AND_A_HALF))
  const newest = newestOf(WRESBAL)
  if (!then || !december || !january || !newest || newest.date < monthEndNear(second)) return null
  const changes = [changed('reservesDecember', then, december), changed('reservesJanuary', december, january)]
  const rose = changes.map(({ value }) => (value ?? 0) > 0)
  const both = rose.every(Boolean)
  return {
    verdict: both ? 'confirmed' : rose.some(Boolean) ? 'partly' : 'contradicted',
    on: january.date,
    figures: changes,
    ...(rose[0] && !rose[1] ? { remark: 'decemberOnly' } : {}),
  }
}

/** The last Wednesday of a month is at most six days before its end. */
const monthEndNear = (last: IsoDate): IsoDate => `${last.slice(0, 8)}${String(Number(last.slice(8)) - 6)}` as IsoDate

const changed = (name: FigureName, from: Observation, to: Observation): Figure => ({
  ...{ name, value: inBillions(to.value - from.value), since: from.date, date: to.date },
  ...{ unit: 'billions', source: 'WRESBAL' },
})
