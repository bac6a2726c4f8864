'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { importPasteAction, previewPasteAction } from '@/app/(dashboard)/[portfolioId]/holdings/actions'
import { useFaultText } from '@/app/(dashboard)/[portfolioId]/holdings/use-fault-text'
import type { Imported, PastePreview } from '@/lib/flows/paste-holdings'
import type { ColumnRole } from '@/lib/formats/paste-limits'

/** What the user chose; null leaves it to the reading. */
export interface PasteChoice {
  text: string
  accountId: string | null
  roles: ColumnRole[] | null
  header: boolean | null
}

export interface PasteState {
  choice: PasteChoice
  preview: PastePreview | null
  /** Why there is no preview, or no import, in words. */
  fault: string | null
  /** The portfolio has changed since the preview, which has been made anew. */
  moved: boolean
  pending: boolean
  /** Another choice: the preview is made anew. */
  choose: (change: Partial<PasteChoice>) => void
  /** Stores what the preview says. */
  store: () => void
}

const PAUSE_MS = 150

/** A pasted block on its way to an import: read by the server after every change of the choice; nothing is stored before `store`. */
export function usePaste(
  portfolioId: string,
  start: PasteChoice,
  onImported: (imported: Imported) => void,
): PasteState {
  const t = useTranslations('common.failure')
  const faultText = useFaultText()
  const [choice, setChoice] = useState(start)
  const [preview, setPreview] = useState<PastePreview | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [moved, setMoved] = useState(false)
  const [pending, setPending] = useState(start.text !== '')
  const turn = useRef(0)
  useEffect(() => {
    const mine = ++turn.current
    if (choice.text.trim() === '') {
      setPreview(null)
      setFault(null)
      return setPending(false)
    }
    setPending(true)
    const timer = window.setTimeout(async () => {
      const answer = await previewPasteAction({ portfolioId, ...choice }).catch(() => null)
      if (mine !== turn.current) return
      setPending(false)
      setPreview(answer?.ok ? answer.value : null)
      const key = answer && !answer.ok ? answer.fields?.text : undefined
      setFault(answer?.ok ? null : key ? faultText(key) : t(answer ? answer.code : 'unexpected'))
    }, PAUSE_MS)
    return () => window.clearTimeout(timer)
  }, [choice, portfolioId, faultText, t])
  const store = async () => {
    if (!preview) return
    setPending(true)
    const answer = await importPasteAction({ portfolioId, ...choice, version: preview.version }).catch(() => null)
    setPending(false)
    if (answer?.ok) return onImported(answer.value)
    if (answer?.code === 'conflict' && answer.current) {
      setPreview(answer.current)
      return setMoved(true)
    }
    setFault(t(answer ? answer.code : 'unexpected'))
  }
  const choose = (change: Partial<PasteChoice>) => {
    setMoved(false)
    setChoice((now) => ({ ...now, ...change }))
  }
  return { choice, preview, fault, moved, pending, choose, store: () => void store() }
}
