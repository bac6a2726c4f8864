'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import { askJson, useWatchedJob } from '@/app/(dashboard)/use-watched-job'
import { toastFailure } from '@/components/ui/toast'
import type { PriceProgress } from '@/lib/flows/price-progress'

const KNOWN = ['tooMany', 'signedOut'] as const
type Failure = (typeof KNOWN)[number] | 'unexpected'

/** The refresh of a portfolio's prices. */
export function usePriceRefresh(portfolioId: string, known: PriceProgress) {
  const t = useTranslations('prices.refresh.failure')
  const [pending, setPending] = useState(false)
  const ask = useCallback(() => askJson<PriceProgress>(`/api/jobs/prices?portfolio=${portfolioId}`), [portfolioId])
  const { progress, running, started } = useWatchedJob(known, ask)
  const begin = async () => {
    setPending(true)
    const failure = await start(portfolioId)
    setPending(false)
    if (failure) return toastFailure(t(failure))
    started({ ...known, state: 'running', done: 0, failed: 0, total: 0, current: null })
  }
  return { progress, running, pending, begin }
}

/** Null when it was started, or runs already. */
async function start(portfolioId: string): Promise<Failure | null> {
  try {
    const body = JSON.stringify({ portfolioId })
    const headers = { 'Content-Type': 'application/json' }
    const answer = await fetch('/api/jobs/prices', { method: 'POST', body, headers })
    if (answer.ok) return null
    const { error } = (await answer.json()) as { error?: string }
    return KNOWN.find((name) => name === error) ?? 'unexpected'
  } catch {
    return 'unexpected'
  }
}
