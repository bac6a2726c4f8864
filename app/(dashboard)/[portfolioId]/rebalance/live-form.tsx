'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState, useTransition } from 'react'
import { addressAfter, queryOf } from '@/app/(dashboard)/[portfolioId]/rebalance/form-address'

interface Props {
  label: string
  /** What stands in the form before anyone touched it; the address leaves it out. */
  defaults: Record<string, string>
  pendingText: string
  /** The first line of what follows from the form. */
  answer: ReactNode
  controls: ReactNode
  children: ReactNode
}

const PAUSE_MS = 300
const BUSY = 'transition-opacity delay-150 aria-busy:opacity-60'

/**
 * A GET form whose state is the page's address. Where scripts run, the address follows the typing and the server computes the rest of
 * the page anew; where they do not, the form's own button does the same.
 */
export function LiveForm({ label, defaults, pendingText, answer, controls, children }: Props) {
  const router = useRouter()
  const path = usePathname()
  const search = useSearchParams()
  const choices = queryOf(search, defaults)
  const sent = useRef(choices)
  // One field that is typed on is one change: its earlier choices are those before the first sign.
  const change = useRef({ field: '', was: choices })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [pending, start] = useTransition()
  const [generation, renew] = useState(0)
  const show = (form: HTMLFormElement, field: string) => {
    clearTimeout(timer.current)
    const next = queryOf(new FormData(form), defaults)
    if (next === sent.current) return
    if (field === '' || field !== change.current.field) change.current = { field, was: sent.current }
    sent.current = next
    const address = addressAfter(next, change.current.was, search, Object.keys(defaults))
    start(() => router.replace(address ? `${path}?${address}` : path, { scroll: false }))
  }
  const onInput = ({ currentTarget: form, target }: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => show(form, typedField(target)), PAUSE_MS)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    show(event.currentTarget, typedField(event.target))
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  // A link has changed the address, not the typing: the fields, which keep what was typed, must start anew from it.
  useEffect(() => {
    if (pending || choices === sent.current) return
    sent.current = choices
    change.current = { field: '', was: choices }
    renew((n) => n + 1)
  }, [pending, choices])
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-4 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <div aria-busy={pending} className={`lg:col-span-2 ${BUSY}`}>
        {answer}
      </div>
      <form
        key={generation}
        method="get"
        aria-label={label}
        className="print:hidden"
        onInput={onInput}
        onKeyDown={onKeyDown}
      >
        {controls}
      </form>
      <div aria-busy={pending} className={BUSY}>
        <p role="status" className="sr-only">
          {pending ? pendingText : ''}
        </p>
        {children}
      </div>
    </div>
  )
}

/** The name of a field that is typed into sign by sign; none for one that is chosen at once. */
function typedField(target: EventTarget): string {
  const typed = target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox'
  return typed ? target.name : ''
}
