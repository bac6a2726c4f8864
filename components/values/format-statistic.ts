import { formatRatio } from '@/components/values/format'
import type { SeriesUnit } from '@/lib/core/series'

const DIGITS: Record<SeriesUnit, number> = {
  millionsOfDollars: 0,
  billionsOfDollars: 3,
  percent: 2,
  index: 3,
  thousands: 0,
}

/** A value of a public series, with as many digits as its publisher gives. */
export const formatStatistic = (locale: string, value: number, unit: SeriesUnit): string =>
  formatRatio(locale, value, DIGITS[unit])
