import { useLocale, useTranslations } from 'next-intl'
import { tableLines } from '@/app/(dashboard)/[portfolioId]/policy/line-table'
import { FigureTable } from '@/components/charts/chart-figure'
import type { LineLook } from '@/components/charts/line-data'
import { LineFigure } from '@/components/charts/line-figure'
import { formatRatio } from '@/components/values/format'
import { dayNumber } from '@/lib/core/day-number'
import type { LookBack } from '@/lib/core/look-back/look-back'
import { STRATEGIES, type Strategy, type StrategyMonth } from '@/lib/core/look-back/strategies'
import { lastDayOf, monthAfter } from '@/lib/core/month'

const LOOKS: Record<Strategy, LineLook> = { follow: 'first', neutral: 'second', tightening: 'third', postQt: 'fourth' }
const DIGITS = 3

/** The value of 1 at the start, after each month. */
function growthOf(months: readonly StrategyMonth[]): number[] {
  let value = 1
  const growth = months.map((month) => {
    value *= 1 + month.value
    return Number(value.toFixed(DIGITS + 1))
  })
  return [1, ...growth]
}

/** What became of one unit of money under each strategy. */
export function GrowthFigure({ result }: { result: Extract<LookBack, { kind: 'compared' }> }) {
  const t = useTranslations('policy.lookBack')
  const names = useTranslations('lookBack')
  const charts = useTranslations('charts')
  const locale = useLocale()
  const { months } = result.results.follow
  const [first] = months
  if (!first) return null
  const days = [monthAfter(first.month, -1), ...months.map(({ month }) => month)].map((m) => dayNumber(lastDayOf(m)))
  const series = STRATEGIES.map((strategy) => ({
    name: names(`strategy.${strategy}`),
    look: LOOKS[strategy],
    values: growthOf(result.results[strategy].months),
  }))
  const last = (at: number) => formatRatio(locale, series[at]?.values.at(-1) ?? 1)
  return (
    <LineFigure
      title={t('growthTitle', { follow: last(0), neutral: last(1) })}
      unit={t('growthUnit')}
      chart={{ days, series, digits: DIGITS }}
      start="all"
      note={<p>{names('hypothetical', { cost: result.terms.costBps })}</p>}
      tableTitle={charts('table')}
      table={
        <FigureTable
          label={t('growthLabel')}
          head={[t('date'), ...series.map(({ name }) => name)]}
          lines={tableLines(locale, { days, series, digits: DIGITS })}
        />
      }
    />
  )
}
