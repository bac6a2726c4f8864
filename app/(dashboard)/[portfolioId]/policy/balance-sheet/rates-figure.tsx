import { useLocale, useTranslations } from 'next-intl'
import { linesOf, withMoves } from '@/app/(dashboard)/[portfolioId]/policy/balance-sheet/lines'
import { tableLines } from '@/app/(dashboard)/[portfolioId]/policy/line-table'
import { QUARTER_POINT, useTargetRange } from '@/app/(dashboard)/[portfolioId]/policy/target-range'
import { FigureTable } from '@/components/charts/chart-figure'
import { LineFigure } from '@/components/charts/line-figure'
import { formatDate } from '@/components/values/format'
import { type PolicyFacts, RATE_MOVES } from '@/lib/core/chronology'
import type { StoredSeries } from '@/lib/core/feed-series'

/** The target range with what is paid overnight and on reserves. */
export function RatesFigure({ series, facts }: { series: StoredSeries; facts: PolicyFacts }) {
  const t = useTranslations('policy.sheet')
  const charts = useTranslations('charts')
  const locale = useLocale()
  const rangeOf = useTargetRange()
  const wanted = [
    withMoves(series.DFEDTARU, RATE_MOVES, 0),
    withMoves(series.DFEDTARL, RATE_MOVES, QUARTER_POINT),
    series.SOFR,
    series.IORB,
  ]
  const { days, values } = linesOf(
    wanted.map((observations) => ({ observations })),
    true,
  )
  const lines = [
    { name: t('rates.upper'), look: 'first' as const, steps: true, values: values[0] ?? [] },
    { name: t('rates.lower'), look: 'fourth' as const, steps: true, values: values[1] ?? [] },
    { name: t('rates.sofr'), look: 'second' as const, values: values[2] ?? [] },
    { name: t('rates.iorb'), look: 'third' as const, steps: true, values: values[3] ?? [] },
  ]
  const { lastMove } = facts
  return (
    <LineFigure
      title={
        lastMove
          ? t('rates.title', { range: rangeOf(lastMove.to), date: formatDate(locale, lastMove.date) })
          : t('rates.titleNone')
      }
      unit={t('rates.unit')}
      chart={{ days, series: lines, digits: 2 }}
      tableTitle={charts('table')}
      table={
        <FigureTable
          label={t('rates.label')}
          head={[t('column.month'), ...lines.map(({ name }) => name)]}
          lines={tableLines(locale, { days, series: lines, digits: 2 })}
        />
      }
    />
  )
}
