'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { saveKeyAction } from '@/app/(dashboard)/[portfolioId]/policy/sources/actions'
import { useFieldError } from '@/app/(dashboard)/portfolios/use-field-error'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { toastDone } from '@/components/ui/toast'
import type { KeyStanding } from '@/lib/flows/fred-key'

const WHERE_TO_GET_ONE = 'https://fred.stlouisfed.org/docs/api/api_key.html'

/** A key goes in and never comes out again: only its end is shown, to recognise it by. */
export function KeyForm({ standing }: { standing: KeyStanding }) {
  const t = useTranslations('sources.key')
  const form = useRef<HTMLFormElement>(null)
  const { pending, run } = useAction()
  const { error, catchError, clear } = useFieldError('key')
  const save = (key: string) =>
    run(() => saveKeyAction({ key }), {
      done: () => {
        form.current?.reset()
        clear()
        toastDone(t(key === '' ? 'removed' : 'saved'))
      },
      refused: catchError,
    })
  return (
    <form
      ref={form}
      className="grid gap-3 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault()
        save(String(new FormData(event.currentTarget).get('key')).trim())
      }}
    >
      <KeyState standing={standing} />
      <Field label={t('label')} hint={<Hint />} error={error}>
        <Input name="key" type="password" autoComplete="off" spellCheck={false} required />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={pending}>
          {t(standing.own === 'none' ? 'save' : 'replace')}
        </Button>
        {standing.own !== 'none' && (
          <Button variant="quiet" disabled={pending} onClick={() => save('')}>
            {t('remove')}
          </Button>
        )}
      </div>
    </form>
  )
}

function Hint() {
  const t = useTranslations('sources.key')
  return t.rich('hint', {
    link: (words) => (
      <a href={WHERE_TO_GET_ONE} target="_blank" rel="noreferrer">
        {words}
      </a>
    ),
  })
}

function KeyState({ standing: { own, end, server } }: { standing: KeyStanding }) {
  const t = useTranslations('sources.key')
  if (own === 'refused' || own === 'unreadable') {
    return <Notice tone="warning">{t(own, { end: end ?? '' })}</Notice>
  }
  if (own === 'stored') return <p>{t('stored', { end: end ?? '' })}</p>
  return <p className="text-muted">{t(server ? 'server' : 'none')}</p>
}
