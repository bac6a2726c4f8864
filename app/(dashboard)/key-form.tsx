'use client'

import { type ReactNode, useRef } from 'react'
import { useFieldError } from '@/app/(dashboard)/portfolios/use-field-error'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { toastDone } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/core/action-result'

interface Props {
  label: string
  hint: ReactNode
  words: Record<'save' | 'replace' | 'remove' | 'saved' | 'removed', string>
  /** True where a key is kept already. */
  kept: boolean
  /** An empty key removes the one that is kept. */
  onSave: (key: string) => Promise<ActionResult>
  /** What is known of the key that is kept. */
  children: ReactNode
}

/** A key goes in and never comes out again: only its end is shown, to recognise it by. */
export function KeyForm({ label, hint, words, kept, onSave, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const { pending, run } = useAction()
  const { error, catchError, clear } = useFieldError('key')
  const save = (key: string) =>
    run(() => onSave(key), {
      done: () => {
        form.current?.reset()
        clear()
        toastDone(key === '' ? words.removed : words.saved)
      },
      refused: catchError,
    })
  return (
    <form
      ref={form}
      className="grid max-w-lg gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        save(String(new FormData(event.currentTarget).get('key')).trim())
      }}
    >
      {children}
      <Field label={label} hint={hint} error={error}>
        <Input name="key" type="password" autoComplete="off" spellCheck={false} required />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={pending}>
          {kept ? words.replace : words.save}
        </Button>
        {kept && (
          <Button variant="quiet" disabled={pending} onClick={() => save('')}>
            {words.remove}
          </Button>
        )}
      </div>
    </form>
  )
}
