'use client'

import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { Instant } from '@/components/values/date'
import type { RunProgress } from '@/lib/flows/run-progress'

interface Props {
  /** Where the words are: what is counted, and what became of it. */
  words: 'prices.refresh' | 'sources.refresh'
  progress: Omit<RunProgress<string>, 'current'>
  running: boolean
  /** The name of what is on its way. */
  current: string | null
}

/** How far a refresh is, or how it ended. */
export function RefreshStanding({ words, progress, running, current }: Props) {
  const t = useTranslations(words)
  const { state, done, total, failed, finishedAt } = progress
  if (running) {
    return (
      <div className="grid gap-1">
        <Progress label={t('progress')} done={done} total={total} />
        <p className="text-sm text-muted">
          {total > 0 && t('done', { done, total })} {current}
        </p>
      </div>
    )
  }
  if (state === 'interrupted') return <Notice tone="warning">{t('interrupted', { done, total })}</Notice>
  if (state !== 'finished' || !finishedAt) return null
  return (
    <Notice tone={failed > 0 ? 'warning' : 'info'} live>
      {t.rich('finished', { good: total - failed, total, failed, when: () => <Instant value={finishedAt} /> })}
    </Notice>
  )
}
