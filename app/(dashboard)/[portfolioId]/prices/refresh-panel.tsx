'use client'

import { useTranslations } from 'next-intl'
import { usePriceRefresh } from '@/app/(dashboard)/[portfolioId]/prices/use-price-refresh'
import { RefreshStanding } from '@/app/(dashboard)/[portfolioId]/refresh-standing'
import { Button } from '@/components/ui/button'
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
      <RefreshStanding words="prices.refresh" progress={progress} running={running} current={progress.current} />
    </div>
  )
}
