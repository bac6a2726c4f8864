'use client'

import { useTranslations } from 'next-intl'
import { usePriceRefresh } from '@/app/(dashboard)/[portfolioId]/prices/use-price-refresh'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { Instant } from '@/components/values/date'
import type { PriceProgress } from '@/lib/flows/price-progress'

interface Props {
  portfolioId: string
  progress: PriceProgress
  anyOn: boolean
  /** Symbols that a source can be asked for. */
  askable: number
}

/** Asks the sources that are on, and says how far that is. */
export function RefreshPanel({ portfolioId, progress: known, anyOn, askable }: Props) {
  const t = useTranslations('prices.refresh')
  const { progress, running, pending, begin } = usePriceRefresh(portfolioId, known)
  const why = anyOn ? (askable > 0 ? 'description' : 'nothingToAsk') : 'nothingOn'
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="text-lg">{t('title')}</h2>
          <p className="max-w-3xl text-muted">{t(why, { count: askable })}</p>
        </div>
        <Button variant="primary" disabled={askable === 0 || running || pending} onClick={begin}>
          {t(running ? 'running' : progress.state === 'interrupted' ? 'resume' : 'start')}
        </Button>
      </div>
      {running ? <Bar progress={progress} /> : <Outcome progress={progress} />}
    </div>
  )
}

function Bar({ progress: { done, total, current } }: { progress: PriceProgress }) {
  const t = useTranslations('prices.refresh')
  return (
    <div className="grid gap-1">
      <Progress label={t('progress')} done={done} total={total} />
      <p className="text-sm text-muted">
        {total > 0 && t('done', { done, total })} {current}
      </p>
    </div>
  )
}

function Outcome({ progress: { state, done, total, failed, finishedAt } }: { progress: PriceProgress }) {
  const t = useTranslations('prices.refresh')
  if (state === 'interrupted') return <Notice tone="warning">{t('interrupted', { done, total })}</Notice>
  if (state !== 'finished' || !finishedAt) return null
  return (
    <Notice tone={failed > 0 ? 'warning' : 'info'} live>
      {t.rich('finished', { good: total - failed, total, failed, when: () => <Instant value={finishedAt} /> })}
    </Notice>
  )
}
