'use client'

import type { ImportChoices, ImportDone, ImportPreview, Mapping } from '@/lib/core/positions-import'
import { readImportAnswer } from '@/lib/formats/import-answer'

export const FAULTS = [
  ...(['tooLong', 'tooMany', 'invalid', 'notFound', 'signedOut', 'forbidden', 'busy', 'unexpected'] as const),
] as const
export type Fault = (typeof FAULTS)[number]

export type Phase = 'send' | 'read' | 'decide' | 'store'

/** How far a request is; `of` is zero while the end is not known. */
export interface Progress {
  phase: Phase
  done: number
  of: number
}

/** The files with everything that was chosen: the server keeps nothing between two requests. */
export interface Given {
  portfolioId: string
  files: readonly File[]
  choices: ImportChoices
  /** By the place of the file. */
  mappings: Readonly<Record<number, Mapping>>
}

export type Answer =
  | { kind: 'preview'; preview: ImportPreview; moved: boolean }
  | { kind: 'done'; done: ImportDone }
  | { kind: 'fault'; fault: Fault }

const ADDRESS = '/api/positions-files'
const LINES = 'application/x-ndjson'

interface Call {
  given: Given
  /** Present to import, absent to look. */
  store?: { importId: string; version: number }
  signal: AbortSignal
  onProgress: (progress: Progress) => void
}

/** Sends files to be read, or to be imported. Never throws, but for an abort. */
export async function sendImport({ given, store, signal, onProgress }: Call): Promise<Answer> {
  const headers = { Accept: LINES }
  try {
    onProgress({ phase: 'send', done: 0, of: 0 })
    const response = await fetch(ADDRESS, { method: 'POST', body: formOf(given, store), headers, signal })
    if (!response.headers.get('Content-Type')?.startsWith(LINES))
      return understood(response.status, await response.json())
    return await lastOf(response, onProgress)
  } catch (error) {
    if (signal.aborted) throw error
    return { kind: 'fault', fault: 'unexpected' }
  }
}

function formOf({ portfolioId, files, choices, mappings }: Given, store: Call['store']): FormData {
  const form = new FormData()
  form.set('portfolioId', portfolioId)
  form.set('choices', JSON.stringify(choices))
  form.set('mappings', JSON.stringify(mappings))
  if (store) {
    form.set('store', '1')
    form.set('importId', store.importId)
    form.set('version', String(store.version))
  }
  for (const file of files) form.append('file', file, file.name)
  return form
}

function understood(status: number, body: unknown): Answer {
  const answer = readImportAnswer(body)
  if (answer?.preview) return { kind: 'preview', preview: answer.preview, moved: status === 409 }
  if (answer?.done) return { kind: 'done', done: answer.done }
  const said = (body as { error?: unknown } | null)?.error
  return { kind: 'fault', fault: FAULTS.find((known) => known === said) ?? 'unexpected' }
}

interface Line {
  phase?: string
  done?: number
  of?: number
  status?: number
  answer?: unknown
}

/** Tells every line of progress, and gives the answer that stands on the last one. */
async function lastOf(response: Response, onProgress: (progress: Progress) => void): Promise<Answer> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const lines = (rest + part.value).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines.filter(Boolean)) {
      const line: Line = JSON.parse(text)
      if (line.phase === 'answer') return understood(line.status ?? 500, line.answer)
      onProgress({ phase: line.phase as Phase, done: line.done ?? 0, of: line.of ?? 0 })
    }
  }
  const line: Line = JSON.parse(rest)
  return understood(line.status ?? 500, line.answer)
}
