'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { toastFailure } from '@/components/ui/toast'
import type { PriceProgress } from '@/lib/flows/price-progress'

const EVERY_MS = 1000
const KNOWN = ['tooMany', 'signedOut'] as const
type Failure = (typeof KNOWN)[number] | 'unexpected'

/** The refresh that is at work: looks once a second how far it is, and shows the page anew when it is over. */
export function usePriceRefresh(portfolioId: string, known: PriceProgress) {
  const t = useTranslations('prices.refresh.failure')
  const router = useRouter()
  const [pending, setPending] = useState(false)
  const [watching, watch] = useState(known.state === 'running')
  const [seen, see] = useState(known)
  useEffect(() => {
    if (!watching) return
    const timer = window.setInterval(async () => {
      const now = await askProgress(portfolioId)
      if (!now) return
      see(now)
      if (now.state === 'running') return
      watch(false)
      router.refresh()
    }, EVERY_MS)
    return () => window.clearInterval(timer)
  }, [watching, router, portfolioId])
  const begin = async () => {
    setPending(true)
    const failure = await start(portfolioId)
    setPending(false)
    if (failure) return toastFailure(t(failure))
    see({ ...known, state: 'running', done: 0, failed: 0, total: 0, current: null })
    watch(true)
  }
  return { progress: watching ? seen : known, running: watching, pending, begin }
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

/** Null when the server could not be asked; the next second tries again. */
async function askProgress(portfolioId: string): Promise<PriceProgress | null> {
  try {
    const answer = await fetch(`/api/jobs/prices?portfolio=${portfolioId}`)
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
