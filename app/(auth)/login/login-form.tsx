'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useState } from 'react'
import { tryEnter } from '@/app/(auth)/enter'
import { CodeForm, type Credentials } from '@/app/(auth)/login/code-form'
import { PasswordField } from '@/app/(auth)/password-field'
import { TextLink } from '@/app/(auth)/text-link'
import { useFocusOnFault } from '@/app/(auth)/use-focus-on-fault'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { MessageKey } from '@/lib/i18n/message-key'

type Faults = Partial<Record<'form' | 'email' | 'password', MessageKey>>

interface LoginProps {
  next: string
  /** The other ways in; they make room for the second step. */
  children: ReactNode
}

/** The address and the password, and then, for the account that wants one, a second factor. */
export function LoginForm({ next, children }: LoginProps) {
  const [known, setKnown] = useState<Credentials | null>(null)
  return known ? (
    <CodeForm credentials={known} next={next} onBack={() => setKnown(null)} />
  ) : (
    <>
      <PasswordForm next={next} onSecondFactor={setKnown} />
      {children}
    </>
  )
}

interface Props {
  next: string
  onSecondFactor: (credentials: Credentials) => void
}

/** Which of the two is wrong is never said. */
function PasswordForm({ next, onSecondFactor }: Props) {
  const t = useTranslations()
  const logIn = async (form: FormData): Promise<Faults> => {
    const [email, password] = [String(form.get('email')), String(form.get('password'))]
    if (!email.includes('@')) return { email: 'auth.errors.email' }
    if (!password) return { password: 'auth.errors.passwordMissing' }
    const obstacle = await tryEnter('password', { email, password }, next)
    if (obstacle === 'secondFactor' || obstacle === 'wrongCode') {
      onSecondFactor({ email, password })
      return {}
    }
    return obstacle ? { form: obstacle } : {}
  }
  const [faults, submit, pending] = useActionState<Faults, FormData>((_, form) => logIn(form), {})
  const form = useFocusOnFault(faults)
  return (
    // React empties a form after its action; what was typed is to stay. The browser's own bubbles speak another language than the page.
    <form ref={form} action={submit} noValidate onReset={(event) => event.preventDefault()} className="grid gap-3">
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
      <p className="text-sm">
        <TextLink href="/forgot">{t('mailbox.forgot.link')}</TextLink>
      </p>
    </form>
  )
}
