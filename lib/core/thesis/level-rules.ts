import { BALANCE_SHEET_PROGRAMMES } from '@/lib/core/chronology'
import type { StoredSeries } from '@/lib/core/feed-series'
import type { Observation } from '@/lib/core/series'
import type { Figure, FigureName } from '@/lib/core/thesis/figure'
import { inBillions, newestOf, recentAt } from '@/lib/core/thesis/known'
import type { Recorded } from '@/lib/core/thesis/record'
import type { IsoDate } from '@/lib/core/units'

/** Billions of dollars: what the article gives for the balance sheet before QT and at its end. */
export const ARTICLE_BEFORE = 7_400
export const ARTICLE_NOW = 6_550
/** Fractions: how far from "about 7.4 trillion" is another number, and from "steady at 6.55 trillion" no longer steady. */
const ABOUT = 0.05
const STEADY = 0.01

const QT = BALANCE_SHEET_PROGRAMMES.find(({ id }) => id === 'qt2')
const WEEK = 8
/** Weeks of QT are 183; with fewer values, such as those of months' ends, peaks and troughs would be others. */
const LEAST_WEEKS = 150

const level = (name: FigureName, { date, value }: Observation): Figure => ({
  ...{ name, date, value: inBillions(value) },
  ...{ unit: 'billions', source: 'WALCL' },
})

const largest = (observations: readonly Observation[]): Observation | null =>
  observations.reduce<Observation | null>((top, o) => (top && top.value >= o.value ? top : o), null)
const smallest = (observations: readonly Observation[]): Observation | null =>
  observations.reduce<Observation | null>((low, o) => (low && low.value <= o.value ? low : o), null)

/** "From about 7.4 trillion": contradicted when the balance sheet stood more than 5 % from it on the day QT began. */
export function startLevel({ WALCL = [] }: StoredSeries): Recorded | null {
  if (!QT?.to) return null
  const qtEnd = QT.to
  const during = WALCL.filter(({ date }) => date >= QT.from)
  const atStart = recentAt(WALCL, QT.from, WEEK)
  const peak = largest(WALCL)
  const above = during.findLast(({ date, value }) => date <= qtEnd && inBillions(value) >= ARTICLE_BEFORE)
  const trough = smallest(during)
  const newest = newestOf(WALCL)
  if (!atStart || !peak || !trough || !newest || during.length < LEAST_WEEKS) return null
  const near = Math.abs(inBillions(atStart.value) / ARTICLE_BEFORE - 1) <= ABOUT
  return {
    verdict: near ? 'confirmed' : 'contradicted',
    on: newest.date,
    figures: [
      level('levelPeak', peak),
      level('levelAtQtStart', atStart),
      ...(above ? [level('lastAboveArticle', above)] : []),
      level('levelTrough', trough),
    ],
    ...(near ? {} : { remark: 'aboveAtStart' }),
  }
}

/** "Steady at 6.55 trillion": then, and still, within 1 % of it. */
export function steadyLevel({ WALCL }: StoredSeries, start: IsoDate): Recorded | null {
  const then = recentAt(WALCL, start, WEEK)
  const now = newestOf(WALCL)
  if (!then || !now || now.date <= start) return null
  const [wasTrue, isTrue] = [then, now].map(({ value }) => Math.abs(inBillions(value) / ARTICLE_NOW - 1) <= STEADY)
  return {
    verdict: wasTrue && isTrue ? 'confirmed' : wasTrue ? 'partly' : 'contradicted',
    on: now.date,
    figures: [level('levelThen', then), level('levelNow', now)],
    ...(wasTrue && !isTrue ? { remark: 'trueThenStaleNow' } : {}),
  }
}
