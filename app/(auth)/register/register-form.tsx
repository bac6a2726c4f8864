'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { registerAction } from '@/app/(auth)/actions'
import { enter } from '@/app/(auth)/enter'
import { PasswordField } from '@/app/(auth)/password-field'
import { useFocusOnFault } from '@/app/(auth)/use-focus-on-fault'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { Refusal } from '@/lib/core/action-result'
import type { MessageKey } from '@/lib/i18n/message-key'

/** What stands above the form: a taken address has a way on, anything else is a sentence. */
interface Faults {
  form?: MessageKey | 'taken'
  fields?: Record<string, string>
}

const faultsOf = ({ code, fields }: Refusal): Faults => {
  if (fields) return { fields }
  return { form: code === 'conflict' ? 'taken' : `common.failure.${code}` }
}

async function tryRegister(form: FormData, next: string): Promise<Faults> {
  const given = { email: String(form.get('email')), password: String(form.get('password')) }
  const made = await registerAction(given).catch(() => null)
  if (!made) return { form: 'common.failure.unexpected' }
  if (!made.ok) return faultsOf(made)
  const fault = await enter('password', given, next)
  return fault ? { form: fault } : {}
}

export function RegisterForm({ next }: { next: string }) {
  const t = useTranslations()
  const [faults, submit, pending] = useActionState<Faults, FormData>((_, form) => tryRegister(form, next), {})
  const form = useFocusOnFault(faults)
  const at = (field: string) => faults.fields?.[field] && t(faults.fields[field] as MessageKey)
  const link = (text: ReactNode) => (
    <Link href="/login" className="font-semibold underline underline-offset-2">
      {text}
    </Link>
  )
  return (
    // React empties a form after its action; what was typed is to stay. The browser's own bubbles speak another language than the page.
    <form ref={form} action={submit} noValidate onReset={(event) => event.preventDefault()} className="grid gap-3">
      {faults.form && (
        <Notice tone="error" live>
          {faults.form === 'taken' ? t.rich('auth.register.notPossible', { link }) : t(faults.form)}
        </Notice>
      )}
      <Field label={t('auth.form.email')} error={at('email')}>
        <Input name="email" type="email" autoComplete="username" autoCapitalize="none" required className="h-9" />
      </Field>
      <PasswordField
        name="password"
        label={t('auth.form.password')}
        autoComplete="new-password"
        hint={t('auth.form.newPasswordHint')}
        error={at('password')}
      />
      <Button type="submit" variant="primary" disabled={pending} className="mt-1 h-9 w-full">
        {pending ? t('auth.register.submitting') : t('auth.register.submit')}
      </Button>
    </form>
  )
}
