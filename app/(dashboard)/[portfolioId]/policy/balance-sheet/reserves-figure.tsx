import { useLocale, useTranslations } from 'next-intl'
import { IN_BILLIONS, linesOf, treasuryAccount } from '@/app/(dashboard)/[portfolioId]/policy/balance-sheet/lines'
import { tableLines } from '@/app/(dashboard)/[portfolioId]/policy/line-table'
import { FigureTable } from '@/components/charts/chart-figure'
import { LineFigure } from '@/components/charts/line-figure'
import { formatBillions } from '@/components/values/figure'
import { formatDate } from '@/components/values/format'
import type { StoredSeries } from '@/lib/core/feed-series'

/** The banks' reserves with the two accounts that draw on them. */
export function ReservesFigure({ series }: { series: StoredSeries }) {
  const t = useTranslations('policy.sheet')
  const charts = useTranslations('charts')
  const locale = useLocale()
  const { days, values } = linesOf([
    { observations: series.WRESBAL, factor: IN_BILLIONS },
    { observations: treasuryAccount(series), factor: IN_BILLIONS },
    { observations: series.RRPONTSYD },
  ])
  const lines = [
    { name: t('reserves.reserves'), look: 'first' as const, values: values[0] ?? [] },
    { name: t('reserves.treasury'), look: 'second' as const, values: values[1] ?? [] },
    { name: t('reserves.reverseRepo'), look: 'third' as const, values: values[2] ?? [] },
  ]
  const newest = series.WRESBAL?.at(-1)
  return (
    <LineFigure
      title={
        newest
          ? t('reserves.title', {
              level: formatBillions(locale, newest.value * IN_BILLIONS),
              date: formatDate(locale, newest.date),
            })
          : t('answerNone')
      }
      unit={t('reserves.unit')}
      chart={{ days, series: lines, digits: 1 }}
      note={<p className="max-w-3xl text-sm">{t('reserves.note')}</p>}
      tableTitle={charts('table')}
      table={
        <FigureTable
          label={t('reserves.label')}
          head={[t('column.month'), ...lines.map(({ name }) => name)]}
          lines={tableLines(locale, { days, series: lines, digits: 1 })}
        />
      }
    />
  )
}
