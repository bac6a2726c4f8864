import type { StoredSeries } from '@/lib/core/feed-series'
import { type Month, monthAfter, monthOf } from '@/lib/core/month'
import type { Observation } from '@/lib/core/series'
import type { Figure, FigureName, FigureUnit } from '@/lib/core/thesis/figure'
import { ofMonth } from '@/lib/core/thesis/known'
import type { Recorded } from '@/lib/core/thesis/record'
import type { IsoDate } from '@/lib/core/units'

const JOBS_FROM = 3
const JOBS_TO = 6
const HOUSING_FROM = 6
const HOUSING_TO = 9
const SPAN = 3

type SeriesOf<K extends keyof StoredSeries> = NonNullable<StoredSeries[K]>

/**
 * "Employment answers after three to six months": the mean monthly gain of payrolls in months 3 to 6 against that of the three months before the
 * start, and the unemployment rate six months on against the start. Movement in the claimed direction counts as `partly` at most: a delay that rests
 * on two earlier cases cannot be confirmed by a third, nor its cause.
 */
export function jobs({ PAYEMS, UNRATE }: StoredSeries, start: IsoDate): Recorded | null {
  const month = monthOf(start)
  const before = payrollGain(PAYEMS, 'payrollGainBefore', monthAfter(month, -SPAN), month)
  const after = payrollGain(PAYEMS, 'payrollGain', monthAfter(month, JOBS_FROM), monthAfter(month, JOBS_TO))
  const [then, now] = [ofMonth(UNRATE, month), ofMonth(UNRATE, monthAfter(month, JOBS_TO))]
  if (!before || !after || !then || !now) return null
  const improved = (after.value ?? 0) > (before.value ?? 0) || now.value < then.value
  return {
    verdict: improved ? 'partly' : 'contradicted',
    on: now.date,
    figures: [before, after, unemployment('unemploymentAtStart', then), unemployment('unemploymentNow', now)],
    remark: 'fewCases',
  }
}

const unemployment = (name: FigureName, { date, value }: Observation): Figure => ({
  ...{ name, value, date },
  ...{ unit: 'percent', source: 'UNRATE', precision: 'month' },
})

function payrollGain(
  payrolls: SeriesOf<'PAYEMS'> | undefined,
  name: FigureName,
  from: Month,
  to: Month,
): Figure | null {
  const [first, last] = [ofMonth(payrolls, from), ofMonth(payrolls, to)]
  if (!first || !last) return null
  return {
    ...{ name, value: (last.value - first.value) / SPAN, since: first.date, date: last.date },
    ...{ unit: 'thousandsAMonth', source: 'PAYEMS', precision: 'month' },
  }
}

/** "Housing starts quicken after six to nine months": the mean of months 6 to 8 against the three months up to the start. Judged as `jobs` is. */
export function housing({ HOUST }: StoredSeries, start: IsoDate): Recorded | null {
  const month = monthOf(start)
  const before = meanStarts(HOUST, 'housingAtStart', 'thousandsAYear', monthAfter(month, 1 - SPAN))
  const after = meanStarts(HOUST, 'housingNow', 'thousandsAYear', monthAfter(month, HOUSING_FROM))
  if (!before || !after) return null
  const rose = (after.value ?? 0) > (before.value ?? 0)
  return { verdict: rose ? 'partly' : 'contradicted', on: after.date, figures: [before, after], remark: 'fewCases' }
}

function meanStarts(
  starts: SeriesOf<'HOUST'> | undefined,
  name: FigureName,
  unit: FigureUnit,
  first: Month,
): Figure | null {
  const found = Array.from({ length: HOUSING_TO - HOUSING_FROM }, (_, i) => ofMonth(starts, monthAfter(first, i)))
  const observations = found.filter((o) => o !== null)
  const [from, to] = [observations[0], observations.at(-1)]
  if (observations.length < found.length || !from || !to) return null
  const value = observations.reduce((sum, o) => sum + o.value, 0) / observations.length
  return { name, unit, value, since: from.date, date: to.date, precision: 'month', source: 'HOUST' }
}
