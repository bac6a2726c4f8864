'use client'

import { useTranslations } from 'next-intl'
import { useRefresh } from '@/app/(dashboard)/[portfolioId]/policy/sources/use-refresh'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { Instant } from '@/components/values/date'
import type { RefreshProgress } from '@/lib/flows/refresh-progress'

/** Fetches what is turned on, and says how far that is. */
export function RefreshPanel({ progress: known, anyOn }: { progress: RefreshProgress; anyOn: boolean }) {
  const t = useTranslations('sources.refresh')
  const { progress, running, pending, begin } = useRefresh(known)
  return (
    <div className="grid gap-3">
      <div>
        <h2 className="text-lg">{t('title')}</h2>
        <p className="text-muted">{t(anyOn ? 'description' : 'nothingOn')}</p>
      </div>
      {running ? <Bar progress={progress} /> : <Outcome progress={progress} />}
      <div>
        <Button variant="primary" disabled={!anyOn || running || pending} onClick={begin}>
          {t(running ? 'running' : progress.state === 'interrupted' ? 'resume' : 'start')}
        </Button>
      </div>
    </div>
  )
}

function Bar({ progress: { done, total, current } }: { progress: RefreshProgress }) {
  const t = useTranslations('sources')
  return (
    <div className="grid gap-1">
      <Progress label={t('refresh.progress')} done={done} total={total} />
      <p className="text-sm text-muted">
        {total > 0 && t('refresh.done', { done, total })} {current && t(`series.${current}`)}
      </p>
    </div>
  )
}

function Outcome({ progress: { state, done, total, failed, finishedAt } }: { progress: RefreshProgress }) {
  const t = useTranslations('sources.refresh')
  if (state === 'interrupted') return <Notice tone="warning">{t('interrupted', { done, total })}</Notice>
  if (state !== 'finished' || !finishedAt) return null
  return (
    <Notice tone={failed > 0 ? 'warning' : 'info'} live>
      {t.rich('finished', { good: total - failed, total, failed, when: () => <Instant value={finishedAt} /> })}
    </Notice>
  )
}
