'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { newId } from '@/app/(dashboard)/new-id'
import { toastDone } from '@/components/ui/toast'
import type { PlanCheck } from '@/lib/core/verify-plan'
import { type PlanFile, readPlanJson } from '@/lib/formats/plan-json'

const LARGEST_FILE = 5 * 1024 * 1024
const FAULTS = ['tooLong', 'notPlan', 'signedOut', 'refused', 'notFound', 'unexpected'] as const
export type Fault = (typeof FAULTS)[number]

export interface OpenedFile {
  text: string
  file: PlanFile
  checks: PlanCheck[]
}

type Answer<T> = { ok: true; value: T } | { ok: false; fault: Fault }

async function send<T>(text: string, query = ''): Promise<Answer<T>> {
  try {
    const headers = { 'Content-Type': 'application/json' }
    const answer = await fetch(`/api/plan-file${query}`, { method: 'POST', body: text, headers })
    const said = await answer.json()
    if (answer.ok) return { ok: true, value: said }
    return { ok: false, fault: FAULTS.find((fault) => fault === said.error) ?? 'unexpected' }
  } catch {
    return { ok: false, fault: 'unexpected' }
  }
}

function read(text: string): PlanFile | null {
  try {
    return readPlanJson(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

/** A plan file on its way in: taken, checked, shown, and stored only when the user says so. */
export function usePlanFile(portfolioId: string) {
  const t = useTranslations('plans')
  const router = useRouter()
  const id = useRef<string>(null)
  const [opened, setOpened] = useState<OpenedFile | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [pending, setPending] = useState(false)
  const fail = (what: Fault) => {
    setPending(false)
    setFault(what)
  }
  const take = async (list: FileList | null) => {
    const given = list?.[0]
    if (!given) return
    setOpened(null)
    setFault(null)
    id.current = null
    if (given.size > LARGEST_FILE) return fail('tooLong')
    setPending(true)
    const text = await given.text()
    const file = read(text)
    if (!file) return fail('notPlan')
    const answer = await send<{ checks: PlanCheck[] }>(text)
    if (!answer.ok) return fail(answer.fault)
    setPending(false)
    setOpened({ text, file, checks: answer.value.checks })
  }
  const save = async (name: string) => {
    if (!opened) return
    id.current ??= newId()
    setPending(true)
    const query = new URLSearchParams({ id: id.current, portfolioId, name })
    const answer = await send<{ id: string }>(opened.text, `?${query}`)
    if (!answer.ok) return fail(answer.fault)
    toastDone(t('saved', { name: name.trim() }))
    router.push(`/${portfolioId}/plans/${answer.value.id}`)
  }
  return { opened, fault, pending, take, save }
}
