'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toastDone } from '@/components/ui/toast'
import type { FileReading, GivenFile } from '@/lib/flows/drop-series-files'

type Fault = 'tooLong' | 'tooMany' | 'signedOut' | 'unexpected'
const KNOWN: readonly string[] = ['tooLong', 'tooMany', 'signedOut']

type Answer = { readings: FileReading[] } | { fault: Fault }

/** Sends files to be read, or to be stored. */
async function send(files: GivenFile[], store: boolean): Promise<Answer> {
  try {
    const body = JSON.stringify({ files, store })
    const answer = await fetch('/api/series-files', {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
    })
    const said = await answer.json()
    if (answer.ok) return said
    return { fault: KNOWN.includes(said.error) ? said.error : 'unexpected' }
  } catch {
    return { fault: 'unexpected' }
  }
}

/** Files on their way in: dropped, shown as they were read, then stored. */
export function useDrop() {
  const t = useTranslations('sources.files')
  const router = useRouter()
  const [files, setFiles] = useState<GivenFile[]>([])
  const [readings, setReadings] = useState<FileReading[]>([])
  const [fault, setFault] = useState<Fault | null>(null)
  const [pending, setPending] = useState(false)
  const forget = () => {
    setFiles([])
    setReadings([])
    setFault(null)
  }
  const run = async (given: GivenFile[], store: boolean) => {
    setPending(true)
    const answer = await send(given, store)
    setPending(false)
    if ('fault' in answer) return setFault(answer.fault)
    setFault(null)
    if (!store) return setReadings(answer.readings)
    forget()
    toastDone(t('stored', { count: answer.readings.filter(({ contents }) => contents.length > 0).length }))
    router.refresh()
  }
  const take = async (list: FileList | null) => {
    if (!list || list.length === 0) return
    const given = await Promise.all([...list].map(async (file) => ({ name: file.name, text: await file.text() })))
    forget()
    setFiles(given)
    await run(given, false)
  }
  return { readings, fault, pending, take, forget, store: () => run(files, true) }
}
