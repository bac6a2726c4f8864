'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { useFocusOnFault } from '@/app/(auth)/use-focus-on-fault'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { ActionResult } from '@/lib/core/action-result'
import type { MessageKey } from '@/lib/i18n/message-key'

type Answer = { sent: true } | { sent: false; form?: MessageKey; email?: MessageKey }

interface Props {
  /** Has a link sent to an address. */
  act: (input: { email: string }) => Promise<ActionResult>
  /** Where its words are. */
  words: 'auth.register' | 'mailbox.forgot'
  sendsMail: boolean
}

async function ask(act: Props['act'], form: FormData): Promise<Answer> {
  const asked = await act({ email: String(form.get('email')) }).catch(() => null)
  if (!asked) return { sent: false, form: 'common.failure.unexpected' }
  if (asked.ok) return { sent: true }
  if (asked.fields?.email) return { sent: false, email: asked.fields.email as MessageKey }
  return { sent: false, form: `common.failure.${asked.code}` }
}

/** Asks for the address only; whether it is known is never said. */
export function AddressForm({ act, words, sendsMail }: Props) {
  const t = useTranslations()
  const [answer, submit, pending] = useActionState<Answer | null, FormData>((_, form) => ask(act, form), null)
  const form = useFocusOnFault(answer)
  if (answer?.sent) {
    return (
      <Notice live>
        <p>{t(sendsMail ? `${words}.sent` : `${words}.sentNoMail`)}</p>
        {!sendsMail && <p>{t('mailbox.noMail')}</p>}
      </Notice>
    )
  }
  return (
    // React empties a form after its action; what was typed is to stay. The browser's own bubbles speak another language than the page.
    <form ref={form} action={submit} noValidate onReset={(event) => event.preventDefault()} className="grid gap-3">
      {answer?.form && (
        <Notice tone="error" live>
          {t(answer.form)}
        </Notice>
      )}
      <Field label={t('auth.form.email')} error={answer?.email && t(answer.email)}>
        <Input name="email" type="email" autoComplete="username" autoCapitalize="none" required className="h-9" />
      </Field>
      <Button type="submit" variant="primary" disabled={pending} className="mt-1 h-9 w-full">
        {t(pending ? `${words}.submitting` : `${words}.submit`)}
      </Button>
    </form>
  )
}
