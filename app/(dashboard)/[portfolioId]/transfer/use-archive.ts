'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { undoArchiveAction } from '@/app/(dashboard)/[portfolioId]/transfer/archive-actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { toastDone, toastUndo } from '@/components/ui/toast'
import type { ArchiveUndo } from '@/lib/core/archive/decide'
import type { ArchiveDone, ArchivePreview } from '@/lib/flows/import-archive'

const LARGEST_FILE = 20 * 1024 * 1024
const FAULTS = ['notArchive', 'newer', 'damaged', 'tooLarge', 'busy', 'signedOut', 'unexpected'] as const
export type Fault = (typeof FAULTS)[number]

type Answer<T> = { ok: true; value: T } | { ok: false; fault: Fault }

async function send<T>(file: File, query = ''): Promise<Answer<T>> {
  try {
    const headers = { 'Content-Type': 'application/zip' }
    const answer = await fetch(`/api/archive${query}`, { method: 'POST', body: file, headers })
    const said = await answer.json()
    if (answer.ok) return { ok: true, value: said }
    return { ok: false, fault: FAULTS.find((fault) => fault === said.error) ?? 'unexpected' }
  } catch {
    return { ok: false, fault: 'unexpected' }
  }
}

/** An archive on its way in: taken, shown with what it would add, added, and taken back. */
export function useArchive() {
  const t = useTranslations('archive')
  const router = useRouter()
  const { pending: undoing, run } = useAction()
  const [file, setFile] = useState<File | null>(null)
  const [preview, setPreview] = useState<ArchivePreview | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [pending, setPending] = useState(false)
  const forget = () => {
    setFile(null)
    setPreview(null)
    setFault(null)
  }
  const ask = async <T>(given: File, query: string, done: (value: T) => void) => {
    setPending(true)
    const answer = await send<T>(given, query)
    setPending(false)
    if (answer.ok) done(answer.value)
    else setFault(answer.fault)
  }
  const take = async (list: FileList | null) => {
    const given = list?.[0]
    if (!given) return
    forget()
    if (given.size > LARGEST_FILE) return setFault('tooLarge')
    setFile(given)
    await ask<ArchivePreview>(given, '', setPreview)
  }
  const undo = (what: ArchiveUndo) =>
    run(() => undoArchiveAction(what), {
      done: () => {
        toastDone(t('undone'))
        router.refresh()
      },
    })
  const add = async () => {
    if (!file) return
    await ask<ArchiveDone>(file, '?act=import', ({ undo: what }) => {
      forget()
      toastUndo(t('done', { count: what.portfolios.length }), { label: t('undo'), run: () => undo(what) })
      router.refresh()
    })
  }
  return { preview, fault, pending: pending || undoing, take, add, forget }
}
