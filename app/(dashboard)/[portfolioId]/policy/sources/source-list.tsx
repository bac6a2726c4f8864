import { useTranslations } from 'next-intl'
import { SourceSwitch } from '@/app/(dashboard)/[portfolioId]/policy/sources/source-switch'
import { Instant } from '@/components/values/date'
import { FEEDS, SOURCE_OF, SOURCES } from '@/lib/core/feed-series'
import type { FeedState } from '@/lib/db/feed-states'
import type { SeriesSetting } from '@/lib/db/series-settings'

/** What may be asked, a switch for each; below it how each of its doors behaves. */
export function SourceList({ setting, feeds }: { setting: SeriesSetting; feeds: FeedState[] }) {
  const t = useTranslations('sources.source')
  return (
    <>
      <div>
        <h2 className="text-lg">{t('title')}</h2>
        <p className="max-w-3xl text-muted">{t('description')}</p>
      </div>
      {SOURCES.map((source) => (
        <div key={source}>
          <SourceSwitch source={source} on={setting[source]} />
          <ul className="mt-1 ml-10 grid gap-0.5 text-sm">
            {FEEDS.filter((feed) => SOURCE_OF[feed] === source).map((feed) => {
              const state = feeds.find((known) => known.feed === feed)
              return state?.lastTriedAt ? <FeedLine key={feed} state={state} /> : null
            })}
          </ul>
        </div>
      ))}
    </>
  )
}

function FeedLine({ state: { feed, lastGoodAt, failingSince, failure, nextTryAt } }: { state: FeedState }) {
  const t = useTranslations('sources')
  const name = t(`feed.${feed}`)
  if (!failingSince) {
    if (!lastGoodAt) return null
    return (
      <li className="text-muted">
        {name}: {t.rich('source.good', { when: () => <Instant value={lastGoodAt} /> })}
      </li>
    )
  }
  return (
    <li className="text-warning">
      {name}: {t.rich('source.failing', { when: () => <Instant value={failingSince} /> })}
      {failure && ` ${t(`failure.${failure}`)}`}
      {nextTryAt && <> {t.rich('source.nextTry', { when: () => <Instant value={nextTryAt} /> })}</>}
    </li>
  )
}
