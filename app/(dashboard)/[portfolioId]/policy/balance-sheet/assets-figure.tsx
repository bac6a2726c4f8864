import { useLocale, useTranslations } from 'next-intl'
import type { Origin } from '@/app/(dashboard)/[portfolioId]/policy/at-hand'
import { policyEvents, programmeBands } from '@/app/(dashboard)/[portfolioId]/policy/balance-sheet/events'
import { IN_BILLIONS, linesOf, securitiesHeld } from '@/app/(dashboard)/[portfolioId]/policy/balance-sheet/lines'
import { tableLines } from '@/app/(dashboard)/[portfolioId]/policy/line-table'
import type { PolicyReading } from '@/app/(dashboard)/[portfolioId]/policy/read-policy'
import { FigureTable } from '@/components/charts/chart-figure'
import { LineFigure } from '@/components/charts/line-figure'
import { CalendarDate } from '@/components/values/date'
import { formatBillions } from '@/components/values/figure'
import { formatDate } from '@/components/values/format'
import { dayNumber } from '@/lib/core/day-number'
import type { Observation } from '@/lib/core/series'

const HEIGHT = 340

/** The balance sheet with the periods of run-off and purchases, and the decisions marked. */
export function AssetsFigure({ reading: { series, origins } }: { reading: PolicyReading }) {
  const t = useTranslations('policy.sheet')
  const charts = useTranslations('charts')
  const locale = useLocale()
  const { days, values } = linesOf([
    { observations: series.WALCL, factor: IN_BILLIONS },
    { observations: securitiesHeld(series), factor: IN_BILLIONS },
  ])
  const lines = [
    { name: t('assets.name'), look: 'first' as const, values: values[0] ?? [] },
    { name: t('assets.securities'), look: 'second' as const, values: values[1] ?? [] },
  ]
  return (
    <LineFigure
      title={<AssetsTitle assets={series.WALCL} origin={origins.WALCL} />}
      unit={t('assets.unit')}
      height={HEIGHT}
      chart={{
        days,
        series: lines,
        digits: 1,
        bands: programmeBands(days.at(-1) ?? 0),
        events: policyEvents().map(({ date }, i) => ({ day: dayNumber(date), mark: String(i + 1) })),
      }}
      bandNames={{ tightening: t('assets.runOff'), postQt: t('assets.purchases') }}
      start="all"
      note={<EventList />}
      tableTitle={charts('table')}
      table={
        <FigureTable
          label={t('assets.label')}
          head={[t('column.month'), ...lines.map(({ name }) => name)]}
          lines={tableLines(locale, { days, series: lines, digits: 1 })}
        />
      }
    />
  )
}

interface TitleProps {
  assets: readonly Observation[] | undefined
  origin: Origin | undefined
}

function AssetsTitle({ assets = [], origin }: TitleProps) {
  const t = useTranslations('policy.sheet')
  const locale = useLocale()
  const newest = assets.at(-1)
  if (!newest) return t('answerNone')
  const peak = assets.reduce((top, o) => (o.value > top.value ? o : top), newest)
  return t(origin === 'snapshot' ? 'assets.titleMonthEnd' : 'assets.title', {
    level: formatBillions(locale, newest.value * IN_BILLIONS),
    date: formatDate(locale, newest.date),
    peak: formatBillions(locale, peak.value * IN_BILLIONS),
    peakDate: formatDate(locale, peak.date),
  })
}

/** What the numbers over the chart stand for. */
function EventList() {
  const t = useTranslations('policy.sheet')
  return (
    <div>
      <h3 className="text-sm text-muted">{t('events.title')}</h3>
      <ol className="grid gap-x-6 text-sm sm:grid-cols-2 xl:grid-cols-3">
        {policyEvents().map(({ date, name, source }, i) => (
          <li key={`${date} ${name}`} title={source} className="flex gap-2">
            <span className="w-5 shrink-0 text-right text-muted">{i + 1}</span>
            <span>
              <CalendarDate value={date} /> {t(`event.${name}`)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
