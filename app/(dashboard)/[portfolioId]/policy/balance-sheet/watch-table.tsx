import { useLocale, useTranslations } from 'next-intl'
import { useFigureText } from '@/app/(dashboard)/[portfolioId]/policy/figure-text'
import { Section } from '@/components/ui/card'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { formatMonth } from '@/components/values/figure'
import { formatDate } from '@/components/values/format'
import type { StoredSeries } from '@/lib/core/feed-series'
import { type WatchItem, watchList } from '@/lib/core/thesis/watch-list'
import type { IsoDate } from '@/lib/core/units'

/** What the article says to watch, measured. */
export function WatchTable({ series, asOf }: { series: StoredSeries; asOf: IsoDate }) {
  const t = useTranslations('thesis.watch')
  const heads = useTranslations('policy.sheet.watch')
  const names = useTranslations('sources.series')
  const locale = useLocale()
  const { items, gaps } = watchList(series, asOf)
  const noBills = items.some(({ id, absent }) => id === 'bills4' && absent)
  return (
    <Section title={t('title')}>
      <ListTable
        label={t('title')}
        className="max-lg:min-w-[40rem]"
        columns={[
          { title: heads('item') },
          { title: heads('value') },
          { title: heads('period') },
          { title: heads('series') },
        ]}
      >
        {items.map((item) => (
          <WatchLine key={item.id} item={item} />
        ))}
      </ListTable>
      {(noBills || gaps.length > 0) && (
        <ul className="grid gap-1 text-sm text-muted">
          {noBills && <li>{t('noBills')}</li>}
          {gaps.map(({ series: id, months }) => (
            <li key={id}>
              <code>{id}</code> {names(id)}:{' '}
              {t('gaps', { months: months.map((month) => formatMonth(locale, month)).join(', ') })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function WatchLine({ item }: { item: WatchItem }) {
  const t = useTranslations('thesis.watch')
  const figure = useFigureText()
  const locale = useLocale()
  return (
    <Tr>
      <RowHead className="pl-4">{t(`item.${item.id}`)}</RowHead>
      {item.absent ? (
        <Td colSpan={2} className="text-muted">
          {t(`absent.${item.absent}`, { month: item.month ? formatMonth(locale, item.month) : '' })}
        </Td>
      ) : (
        <>
          <Td>{figure(item.value, item.unit, { signed: item.since !== null, digits: 1 })}</Td>
          <Td className="text-muted">
            {item.since
              ? t('period', { from: formatDate(locale, item.since), to: formatDate(locale, item.date) })
              : formatDate(locale, item.date)}
          </Td>
        </>
      )}
      <Td className="pr-4">
        <code>{item.series}</code>
      </Td>
    </Tr>
  )
}
