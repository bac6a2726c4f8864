'use client'

import { useEffect, useState } from 'react'
import type { SymbolSuggestion } from '@/lib/flows/suggest-symbols'

const PAUSE_MS = 120

/** Suggestions for a text that is being typed, asked for after a short pause; none when the server cannot be reached. */
export function useSymbolSearch(text: string): SymbolSuggestion[] {
  const [found, setFound] = useState<SymbolSuggestion[]>([])
  const typed = text.trim()
  useEffect(() => {
    const stop = new AbortController()
    if (typed === '') return setFound([])
    const timer = window.setTimeout(async () => {
      try {
        const answer = await fetch(`/api/symbols?q=${encodeURIComponent(typed)}`, { signal: stop.signal })
        setFound(answer.ok ? await answer.json() : [])
      } catch {
        // Suggestions are a help, not a need: without them the symbol is typed in full.
        if (!stop.signal.aborted) setFound([])
      }
    }, PAUSE_MS)
    return () => {
      stop.abort()
      window.clearTimeout(timer)
    }
  }, [typed])
  return found
}
