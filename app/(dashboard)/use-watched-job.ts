'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

const EVERY_MS = 1000

interface Progress {
  state: string
}

/**
 * A job that is at work on the server: looks once a second how far it is, and shows the page anew when it is over. `ask` answers null when
 * the server could not be asked; the next second tries again. It must be the same function on every render.
 */
export function useWatchedJob<P extends Progress>(known: P, ask: () => Promise<P | null>) {
  const router = useRouter()
  const [watching, watch] = useState(known.state === 'running')
  const [seen, see] = useState(known)
  useEffect(() => {
    if (!watching) return
    const timer = window.setInterval(async () => {
      const now = await ask()
      if (!now) return
      see(now)
      if (now.state === 'running') return
      watch(false)
      router.refresh()
    }, EVERY_MS)
    return () => window.clearInterval(timer)
  }, [watching, router, ask])
  const started = (at: P) => {
    see(at)
    watch(true)
  }
  return { progress: watching ? seen : known, running: watching, started }
}

/** What an address answers as JSON; null when it could not be asked. */
export async function askJson<P>(address: string): Promise<P | null> {
  try {
    const answer = await fetch(address)
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
