'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { savePriceKeyAction } from '@/app/(dashboard)/[portfolioId]/prices/actions'
import { useFieldError } from '@/app/(dashboard)/portfolios/use-field-error'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { toastDone } from '@/components/ui/toast'
import type { KeyedFeed } from '@/lib/core/price-feeds'
import type { PriceKeyStanding } from '@/lib/flows/price-keys'

/** A key goes in and never comes out again: only its end is shown, to recognise it by. */
export function PriceKeyForm({ source, standing }: { source: KeyedFeed; standing: PriceKeyStanding }) {
  const t = useTranslations('prices.key')
  const name = useTranslations('prices.source')(`${source}.name`)
  const form = useRef<HTMLFormElement>(null)
  const { pending, run } = useAction()
  const { error, catchError, clear } = useFieldError('key')
  const save = (key: string) =>
    run(() => savePriceKeyAction({ source, key }), {
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
      className="grid max-w-lg gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        save(String(new FormData(event.currentTarget).get('key')).trim())
      }}
    >
      <KeyState standing={standing} name={name} />
      <Field label={t('label', { name })} hint={t('hint', { name })} error={error}>
        <Input name="key" type="password" autoComplete="off" spellCheck={false} required />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={pending}>
          {t(standing.state === 'none' ? 'save' : 'replace')}
        </Button>
        {standing.state !== 'none' && (
          <Button variant="quiet" disabled={pending} onClick={() => save('')}>
            {t('remove')}
          </Button>
        )}
      </div>
    </form>
  )
}

function KeyState({ standing: { state, end }, name }: { standing: PriceKeyStanding; name: string }) {
  const t = useTranslations('prices.key')
  const words = t(state, { end: end ?? '', name })
  if (state === 'refused' || state === 'unreadable') return <Notice tone="warning">{words}</Notice>
  return <p className="text-muted">{words}</p>
}
