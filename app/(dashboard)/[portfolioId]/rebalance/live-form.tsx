'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState, useTransition } from 'react'

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
  const search = useSearchParams().toString()
  const sent = useRef(search)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [pending, start] = useTransition()
  const [generation, renew] = useState(0)
  const show = (form: HTMLFormElement) => {
    clearTimeout(timer.current)
    const next = addressOf(form, defaults)
    if (next === sent.current) return
    sent.current = next
    start(() => router.replace(next ? `${path}?${next}` : path, { scroll: false }))
  }
  const onInput = ({ currentTarget: form }: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => show(form), PAUSE_MS)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) show(event.currentTarget)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  // A link has changed the address, not the typing: the fields, which keep what was typed, must start anew from it.
  useEffect(() => {
    if (pending || search === sent.current) return
    sent.current = search
    renew((n) => n + 1)
  }, [pending, search])
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

function addressOf(form: HTMLFormElement, defaults: Record<string, string>): string {
  const params = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== defaults[name]) params.set(name, value)
  }
  return params.toString()
}
