import { useTranslations } from 'next-intl'
import { PriceKeyForm } from '@/app/(dashboard)/[portfolioId]/prices/price-key-form'
import { SourceSwitch } from '@/app/(dashboard)/[portfolioId]/prices/source-switch'
import { Instant } from '@/components/values/date'
import { isKeyedFeed, type KeyedFeed, PRICE_FEEDS, type PriceFeed } from '@/lib/core/price-feeds'
import type { FeedState } from '@/lib/db/feed-states'
import type { PriceKeyStanding } from '@/lib/flows/price-keys'

interface Props {
  /** Those that are on, the preferred one first. */
  on: readonly PriceFeed[]
  feeds: Record<PriceFeed, FeedState<string>>
  keys: Record<KeyedFeed, PriceKeyStanding>
}

/** What may be asked: those that are on in their order, then the others. */
export function SourceList({ on, feeds, keys }: Props) {
  const t = useTranslations('prices.source')
  const off = PRICE_FEEDS.filter((source) => !on.includes(source))
  return (
    <>
      <div>
        <h2 className="text-lg">{t('title')}</h2>
        <p className="max-w-3xl text-muted">{t('description')}</p>
      </div>
      <ol className="grid gap-4">
        {[...on, ...off].map((source) => (
          <li key={source} className="grid gap-2">
            <SourceSwitch source={source} place={on.indexOf(source)} last={on.length - 1} />
            {on.includes(source) && (
              <div className="ml-10 grid gap-2">
                <FeedLine state={feeds[source]} />
                {isKeyedFeed(source) && <PriceKeyForm source={source} standing={keys[source]} />}
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

function FeedLine({ state: { lastGoodAt, failingSince, nextTryAt } }: { state: FeedState<string> }) {
  const t = useTranslations('prices.source')
  if (failingSince) {
    return (
      <p className="text-sm text-warning">
        {t.rich('failing', { when: () => <Instant value={failingSince} /> })}{' '}
        {nextTryAt && t.rich('nextTry', { when: () => <Instant value={nextTryAt} /> })}
      </p>
    )
  }
  if (!lastGoodAt) return null
  return <p className="text-sm text-muted">{t.rich('good', { when: () => <Instant value={lastGoodAt} /> })}</p>
}
