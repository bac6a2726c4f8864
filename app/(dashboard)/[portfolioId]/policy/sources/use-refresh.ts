'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { startRefreshAction } from '@/app/(dashboard)/[portfolioId]/policy/sources/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import type { RefreshProgress } from '@/lib/flows/refresh-progress'

const EVERY_MS = 1000

/** The refresh that is at work: looks once a second how far it is, and shows the page anew when it is over. */
export function useRefresh(known: RefreshProgress) {
  const router = useRouter()
  const { pending, run } = useAction()
  const [watching, watch] = useState(known.state === 'running')
  const [seen, see] = useState(known)
  useEffect(() => {
    if (!watching) return
    const timer = window.setInterval(async () => {
      const now = await askProgress()
      if (!now) return
      see(now)
      if (now.state === 'running') return
      watch(false)
      router.refresh()
    }, EVERY_MS)
    return () => window.clearInterval(timer)
  }, [watching, router])
  const begin = () =>
    run(() => startRefreshAction({}), {
      done: () => {
        see({ ...known, state: 'running', done: 0, failed: 0, total: 0, current: null })
        watch(true)
      },
    })
  return { progress: watching ? seen : known, running: watching, pending, begin }
}

/** Null when the server could not be asked; the next second tries again. */
async function askProgress(): Promise<RefreshProgress | null> {
  try {
    const answer = await fetch('/api/jobs/series')
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
