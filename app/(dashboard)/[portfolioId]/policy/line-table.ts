import type { FigureLine } from '@/components/charts/chart-figure'
import { formatFigure, formatMonth } from '@/components/values/figure'
import { dateOfDay } from '@/lib/core/day-number'
import { type Month, monthOf } from '@/lib/core/month'

interface Lines {
  days: readonly number[]
  series: readonly { values: readonly (number | null)[] }[]
  digits: number
}

const NEWEST_MONTHS = 13
const NONE = '–'
const DECEMBER = '-12'

/** The figures behind a chart of lines, the newest first: the last one of each of the newest months, before these of each December. */
export function tableLines(locale: string, { days, series, digits }: Lines): FigureLine[] {
  const months = days.map((day) => monthOf(dateOfDay(day)))
  const shown = shownMonths(months)
  const last = new Map<Month, (number | null)[]>()
  months.forEach((month, at) => {
    if (!shown.has(month)) return
    const before = last.get(month) ?? []
    last.set(
      month,
      series.map(({ values }, i) => values[at] ?? before[i] ?? null),
    )
  })
  return [...last]
    .map(
      ([month, values]): FigureLine => ({
        key: month,
        name: formatMonth(locale, month),
        cells: values.map((value) => (value === null ? NONE : formatFigure(locale, value, { digits }))),
      }),
    )
    .reverse()
}

function shownMonths(months: readonly Month[]): Set<Month> {
  const all = [...new Set(months)]
  const newest = all.slice(-NEWEST_MONTHS)
  return new Set([...all.filter((month) => month.endsWith(DECEMBER)), ...newest])
}
