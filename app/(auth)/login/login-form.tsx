'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { enter } from '@/app/(auth)/enter'
import { PasswordField } from '@/app/(auth)/password-field'
import { useFocusOnFault } from '@/app/(auth)/use-focus-on-fault'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { MessageKey } from '@/lib/i18n/message-key'

type Faults = Partial<Record<'form' | 'email' | 'password', MessageKey>>

async function tryLogIn(form: FormData, next: string): Promise<Faults> {
  const [email, password] = [String(form.get('email')), String(form.get('password'))]
  if (!email.includes('@')) return { email: 'auth.errors.email' }
  if (!password) return { password: 'auth.errors.passwordMissing' }
  const fault = await enter('password', { email, password }, next)
  return fault ? { form: fault } : {}
}

/** Which of the two is wrong is never said. */
export function LoginForm({ next }: { next: string }) {
  const t = useTranslations()
  const [faults, logIn, pending] = useActionState<Faults, FormData>((_, form) => tryLogIn(form, next), {})
  const form = useFocusOnFault(faults)
  return (
    // React empties a form after its action; what was typed is to stay. The browser's own bubbles speak another language than the page.
    <form ref={form} action={logIn} noValidate onReset={(event) => event.preventDefault()} className="grid gap-3">
      {faults.form && (
        <Notice tone="error" live>
          {t(faults.form)}
        </Notice>
      )}
      <Field label={t('auth.form.email')} error={faults.email && t(faults.email)}>
        <Input name="email" type="email" autoComplete="username" autoCapitalize="none" required className="h-9" />
      </Field>
      <PasswordField
        name="password"
        label={t('auth.form.password')}
        autoComplete="current-password"
        error={faults.password && t(faults.password)}
      />
      <Button type="submit" variant="primary" disabled={pending} className="mt-1 h-9 w-full">
        {pending ? t('auth.login.submitting') : t('auth.login.submit')}
      </Button>
    </form>
  )
}
