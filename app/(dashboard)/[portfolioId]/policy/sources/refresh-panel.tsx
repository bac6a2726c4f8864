'use client'

import { useTranslations } from 'next-intl'
import { useRefresh } from '@/app/(dashboard)/[portfolioId]/policy/sources/use-refresh'
import { RefreshStanding } from '@/app/(dashboard)/[portfolioId]/refresh-standing'
import { Button } from '@/components/ui/button'
import type { RefreshProgress } from '@/lib/flows/refresh-progress'

/** Fetches what is turned on, and says how far that is. */
export function RefreshPanel({ progress: known, anyOn }: { progress: RefreshProgress; anyOn: boolean }) {
  const t = useTranslations('sources.refresh')
  const names = useTranslations('sources.series')
  const { progress, running, pending, begin } = useRefresh(known)
  return (
    <div className="grid gap-3">
      <div>
        <h2 className="text-lg">{t('title')}</h2>
        <p className="text-muted">{t(anyOn ? 'description' : 'nothingOn')}</p>
      </div>
      <RefreshStanding
        words="sources.refresh"
        progress={progress}
        running={running}
        current={progress.current && names(progress.current)}
      />
      <div>
        <Button variant="primary" disabled={!anyOn || running || pending} onClick={begin}>
          {t(running ? 'running' : progress.state === 'interrupted' ? 'resume' : 'start')}
        </Button>
      </div>
    </div>
  )
}
