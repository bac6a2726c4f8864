'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import {
  choicesWithout,
  type Mappings,
  mappingsWithout,
  withoutIds,
} from '@/app/(dashboard)/[portfolioId]/transfer/import/choices'
import { isLimit, limitFault } from '@/app/(dashboard)/[portfolioId]/transfer/import/file-limits'
import { type Fault, type Progress, sendImport } from '@/app/(dashboard)/[portfolioId]/transfer/import/send-import'
import { newId } from '@/app/(dashboard)/new-id'
import {
  type ImportChoices,
  type ImportDone,
  type ImportPreview,
  type Mapping,
  NO_CHOICES,
} from '@/lib/core/positions-import'

export const STEPS = ['files', 'accounts', 'rows', 'review', 'done'] as const
export type Step = (typeof STEPS)[number]

/** Everything that is sent again with each request. */
interface Input {
  files: readonly File[]
  choices: ImportChoices
  mappings: Mappings
}

const NOTHING: Input = { files: [], choices: NO_CHOICES, mappings: {} }
/** A choice is read by the server when the next one has not followed for so long. */
const PAUSE_MS = 300

export interface WizardState extends Input {
  step: Step
  /** While `ready` is false, of the input as it was. */
  preview: ImportPreview | null
  done: ImportDone | null
  fault: Fault | null
  /** The preview is of the input as it is. */
  ready: boolean
  /** The portfolio was changed elsewhere; the preview has been made anew. */
  moved: boolean
  pending: boolean
  progress: Progress | null
  go: (step: Step) => void
  addFiles: (files: readonly File[]) => void
  leaveOut: (file: number) => void
  choose: (change: Partial<ImportChoices>) => void
  map: (file: number, mapping: Mapping) => void
  /** Asks again what failed. */
  retry: () => void
  /** Imports what the preview shows; a second call while the first is on its way does nothing. */
  store: () => void
  restart: () => void
}

/** The import on its way: the files stay in the browser and are sent with every question, so a failed request loses nothing. */
export function useWizard(portfolioId: string): WizardState {
  const router = useRouter()
  const [input, setInput] = useState(NOTHING)
  // The newest of it, for two changes between two renders.
  const newest = useRef(NOTHING)
  const [step, setStep] = useState<Step>('files')
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [done, setDone] = useState<ImportDone | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [moved, setMoved] = useState(false)
  const [pending, setPending] = useState(false)
  const [progress, setProgress] = useState<Progress | null>(null)
  // Made once for each import, so that a request that is sent twice imports once.
  const importId = useRef('')
  const request = useRef<AbortController | null>(null)
  const storing = useRef(false)
  const timer = useRef(0)
  const last = useRef<(() => void) | null>(null)

  const stop = useCallback(() => {
    window.clearTimeout(timer.current)
    request.current?.abort()
  }, [])
  useEffect(() => stop, [stop])

  const send = async (given: Input, store?: { importId: string; version: number }) => {
    stop()
    const controller = new AbortController()
    request.current = controller
    storing.current = store !== undefined
    last.current = () => void send(given, store)
    setPending(true)
    setFault(null)
    const call = { given: { portfolioId, ...given }, signal: controller.signal, onProgress: setProgress }
    const answer = await sendImport(store ? { ...call, store } : call).catch(() => null)
    if (answer === null || request.current !== controller) return
    storing.current = false
    const named = answer.kind === 'fault' && answer.fault === 'notFound' ? withoutIds(given.choices) : null
    if (named) {
      // An account or a holding that was chosen is gone: everything else that was chosen stays.
      newest.current = { ...given, choices: named }
      setInput(newest.current)
      setMoved(true)
      router.refresh()
      return send(newest.current)
    }
    setPending(false)
    setProgress(null)
    if (answer.kind === 'fault') return setFault(answer.fault)
    if (answer.kind === 'preview') {
      setPreview(answer.preview)
      if (answer.moved) setMoved(true)
    } else {
      setDone(answer.done)
      setStep('done')
    }
    if (answer.kind === 'done' || answer.moved) router.refresh()
  }

  const take = (next: Input, pause: number) => {
    if (storing.current) return
    stop()
    newest.current = next
    setInput(next)
    setMoved(false)
    if (next.files.length === 0) {
      setPreview(null)
      setFault(null)
      return setPending(false)
    }
    setPending(true)
    timer.current = window.setTimeout(() => void send(next), pause)
  }

  const addFiles = (given: readonly File[]) => {
    const files = [...newest.current.files, ...given]
    const refused = limitFault(files)
    if (refused) {
      last.current = null
      return setFault(refused)
    }
    if (importId.current === '') importId.current = newId()
    take({ ...newest.current, files }, 0)
  }

  const leaveOut = (file: number) => {
    const { files, choices, mappings } = newest.current
    const kept = files.filter((_, at) => at !== file)
    // What it says of the files goes by their places.
    setPreview(null)
    take({ files: kept, choices: choicesWithout(choices, file), mappings: mappingsWithout(mappings, file) }, 0)
  }

  return {
    ...input,
    ...{ step, preview, done, fault, moved, pending, progress, addFiles, leaveOut },
    ready: preview !== null && !pending && (fault === null || isLimit(fault)),
    go: setStep,
    choose: (change) => take({ ...newest.current, choices: { ...newest.current.choices, ...change } }, PAUSE_MS),
    map: (file, mapping) =>
      take({ ...newest.current, mappings: { ...newest.current.mappings, [file]: mapping } }, PAUSE_MS),
    retry: () => last.current?.(),
    store: () => {
      if (!preview || pending || storing.current) return
      void send(newest.current, { importId: importId.current, version: preview.version })
    },
    restart: () => {
      stop()
      importId.current = ''
      newest.current = NOTHING
      setInput(NOTHING)
      setPreview(null)
      setDone(null)
      setFault(null)
      setMoved(false)
      setStep('files')
    },
  }
}
