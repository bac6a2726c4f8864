'use client'

import { useTranslations } from 'next-intl'
import { useOptimistic, useTransition } from 'react'
import { fetchRatesAction, switchEcbAction } from '@/app/(dashboard)/[portfolioId]/prices/rates/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Switch } from '@/components/ui/checkbox'
import { toastDone, toastFailure } from '@/components/ui/toast'
import { Instant } from '@/components/values/date'
import type { FeedState } from '@/lib/db/feed-states'

/** The one public source of rates: off unless the user turns it on, with how it behaved last. */
export function EcbCard({ on, feed }: { on: boolean; feed: FeedState<string> }) {
  const t = useTranslations()
  const [shown, show] = useOptimistic(on)
  const [, start] = useTransition()
  const { pending, run } = useAction()
  const toggle = (next: boolean) =>
    start(async () => {
      show(next)
      const result = await switchEcbAction({ on: next }).catch(() => null)
      if (!result?.ok) toastFailure(t(`common.failure.${result?.code ?? 'unexpected'}`))
    })
  const fetchNow = () =>
    run(() => fetchRatesAction({}), {
      done: (answer) => {
        if (answer.kind === 'stored') toastDone(t('currencies.ecb.stored', { ...answer }))
        else if (answer.reason !== 'off') toastFailure(t(`sources.failure.${answer.reason}`))
      },
    })
  return (
    <>
      <div>
        <h2 className="text-lg">{t('currencies.ecb.title')}</h2>
        <p className="text-muted">{t('currencies.ecb.description')}</p>
      </div>
      <Switch
        label={<span className="font-semibold">{t('units.rateSource.ecb')}</span>}
        hint={t('currencies.ecb.hint')}
        checked={shown}
        onChange={(event) => toggle(event.target.checked)}
      />
      {shown && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button disabled={pending} onClick={fetchNow}>
            {t('currencies.ecb.fetch')}
          </Button>
          <FeedNote feed={feed} />
        </div>
      )}
    </>
  )
}

function FeedNote({ feed: { lastGoodAt, failingSince, failure } }: { feed: FeedState<string> }) {
  const t = useTranslations('sources')
  if (failingSince) {
    return (
      <span className="text-sm text-warning">
        {t.rich('source.failing', { when: () => <Instant value={failingSince} /> })}
        {failure && ` ${t(`failure.${failure}`)}`}
      </span>
    )
  }
  return (
    lastGoodAt && (
      <span className="text-sm text-muted">
        {t.rich('source.good', { when: () => <Instant value={lastGoodAt} /> })}
      </span>
    )
  )
}
