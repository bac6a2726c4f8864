import { useTranslations } from 'next-intl'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { Instant } from '@/components/values/date'
import { FAILURES } from '@/lib/core/feed-series'
import type { FeedStanding } from '@/lib/db/installation'

const NAMED = [
  'fredApi',
  'fredCsv',
  'nyFed',
  'treasury',
  'ecb',
  'coinGecko',
  'yahoo',
  'tiingo',
  'alphaVantage',
] as const

interface Props {
  feeds: readonly FeedStanding[]
  at: Date
}

/** The sources that were ever asked, and how they answer. */
export function FeedTable({ feeds, at }: Props) {
  const t = useTranslations('status.feeds')
  const columns = [{ title: t('name') }, { title: t('lastGood') }, { title: t('state') }]
  return (
    <ListTable label={t('title')} columns={columns}>
      {feeds.map((feed) => (
        <FeedRow key={feed.feed} feed={feed} at={at} />
      ))}
    </ListTable>
  )
}

function FeedRow({
  feed: { feed, lastGoodAt, failingSince, failure, nextTryAt },
  at,
}: {
  feed: FeedStanding
  at: Date
}) {
  const t = useTranslations('status.feeds')
  const why = useTranslations('sources.failure')
  const known = NAMED.find((name) => name === feed)
  const kind = FAILURES.find((known) => known === failure)
  return (
    <Tr>
      <RowHead className="pl-4">{known ? t(`kind.${known}`) : feed}</RowHead>
      <Td>{lastGoodAt ? <Instant value={lastGoodAt} /> : <span className="text-muted">{t('never')}</span>}</Td>
      <Td className="pr-4">
        {failingSince ? (
          <span className="text-warning">
            {t.rich('failing', { when: () => <Instant value={failingSince} /> })} {kind && why(kind)}{' '}
            {nextTryAt && nextTryAt > at && t.rich('leftAlone', { when: () => <Instant value={nextTryAt} /> })}
          </span>
        ) : (
          t('works')
        )}
      </Td>
    </Tr>
  )
}
