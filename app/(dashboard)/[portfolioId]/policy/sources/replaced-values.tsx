import { useLocale, useTranslations } from 'next-intl'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { CalendarDate, Instant } from '@/components/values/date'
import { formatStatistic } from '@/components/values/format-statistic'
import { feedSeries } from '@/lib/core/feed-series'
import type { ReplacedValue } from '@/lib/db/series'

/** What was shown before its publisher revised it. */
export function ReplacedValues({ replaced }: { replaced: ReplacedValue[] }) {
  const t = useTranslations('sources.replaced')
  const locale = useLocale()
  if (replaced.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <details>
      <summary className="w-fit font-semibold">{t('title', { count: replaced.length })}</summary>
      <div className="mt-2">
        <ListTable
          label={t('label')}
          columns={[
            { title: t('series') },
            { title: t('date') },
            { title: t('before'), numeric: true },
            { title: t('now'), numeric: true },
            { title: t('replacedAt') },
          ]}
        >
          {replaced.map(({ series, date, value, current, replacedAt }) => (
            <Tr key={`${series} ${date} ${replacedAt.toISOString()}`}>
              <RowHead className="pl-4">
                <code>{series}</code>
              </RowHead>
              <Td>
                <CalendarDate value={date} />
              </Td>
              <Td numeric>{formatStatistic(locale, value, feedSeries(series).unit)}</Td>
              <Td numeric>{formatStatistic(locale, current, feedSeries(series).unit)}</Td>
              <Td className="pr-4 text-muted">
                <Instant value={replacedAt} />
              </Td>
            </Tr>
          ))}
        </ListTable>
      </div>
    </details>
  )
}
