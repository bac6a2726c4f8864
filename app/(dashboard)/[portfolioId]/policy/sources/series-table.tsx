import { useLocale, useTranslations } from 'next-intl'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { CalendarDate, Instant } from '@/components/values/date'
import { formatStatistic } from '@/components/values/format-statistic'
import { feedSeries } from '@/lib/core/feed-series'
import type { SeriesStanding } from '@/lib/flows/read-series'

/** Every series with its newest value, when its source last answered, and how it stands. */
export function SeriesTable({ standings }: { standings: SeriesStanding[] }) {
  const t = useTranslations('sources.table')
  return (
    <ListTable
      label={t('title')}
      columns={[
        { title: t('series') },
        { title: t('value'), numeric: true },
        { title: t('unit'), className: 'max-md:hidden' },
        { title: t('date'), className: 'max-sm:hidden' },
        { title: t('fetched'), className: 'max-lg:hidden' },
        { title: t('state') },
      ]}
    >
      {standings.map((standing) => (
        <SeriesRow key={standing.series} standing={standing} />
      ))}
    </ListTable>
  )
}

function SeriesRow({ standing }: { standing: SeriesStanding }) {
  const t = useTranslations('sources')
  const locale = useLocale()
  const { series, newest, fetchedAt } = standing
  const { unit } = feedSeries(series)
  return (
    <Tr>
      <RowHead className="min-w-36 py-1.5 pl-4 align-top font-normal">
        <code className="font-semibold">{series}</code> <span className="text-muted">{t(`series.${series}`)}</span>
      </RowHead>
      <Td numeric className="py-1.5 align-top">
        {newest ? formatStatistic(locale, newest.value, unit) : '–'}
        <span className="block text-sm text-muted md:hidden">{t(`unit.${unit}`)}</span>
        <span className="block text-sm text-muted sm:hidden">{newest && <CalendarDate value={newest.date} />}</span>
      </Td>
      <Td className="py-1.5 align-top text-muted max-md:hidden">{t(`unit.${unit}`)}</Td>
      <Td className="py-1.5 align-top max-sm:hidden">{newest ? <CalendarDate value={newest.date} /> : '–'}</Td>
      <Td className="py-1.5 align-top text-muted max-lg:hidden">{fetchedAt ? <Instant value={fetchedAt} /> : '–'}</Td>
      <Td className="py-1.5 align-top pr-4">
        <State standing={standing} />
      </Td>
    </Tr>
  )
}

function State({ standing: { series, state, failingSince, failure, refused } }: { standing: SeriesStanding }) {
  const t = useTranslations('sources')
  const locale = useLocale()
  if (state === 'fresh' || state === 'none') return <span className="text-muted">{t(`state.${state}`)}</span>
  return (
    <span className="text-warning">
      {t(`state.${state}`)}
      {failingSince && (
        <span className="block text-sm">
          {t.rich('state.since', { when: () => <Instant value={failingSince} /> })} {failure && t(`failure.${failure}`)}
        </span>
      )}
      {refused.slice(-1).map(({ date, value, reason }) => (
        <span key={date} className="block text-sm">
          {t.rich('state.refused', {
            value: () => formatStatistic(locale, value, feedSeries(series).unit),
            date: () => <CalendarDate value={date} />,
            reason: t(`refused.${reason}`),
          })}
        </span>
      ))}
    </span>
  )
}
