'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { enter } from '@/app/(auth)/enter'
import { joinAction } from '@/app/(auth)/join/actions'
import { PasswordField } from '@/app/(auth)/password-field'
import { TextLink } from '@/app/(auth)/text-link'
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
  if (code === 'notFound') return { form: 'auth.join.over' }
  return { form: code === 'conflict' ? 'taken' : `common.failure.${code}` }
}

/** Makes the account and signs in with what was just chosen. */
async function tryJoin(token: string, named: boolean, form: FormData): Promise<Faults> {
  const password = String(form.get('password'))
  const given = { token, password, ...(!named && { email: String(form.get('email')) }) }
  const joined = await joinAction(given).catch(() => null)
  if (!joined) return { form: 'common.failure.unexpected' }
  if (!joined.ok) return faultsOf(joined)
  const fault = await enter('password', { email: joined.value, password }, '/')
  return fault ? { form: fault } : {}
}

/** `email`: the address that the link went to; null where the newcomer names one. */
export function JoinForm({ token, email }: { token: string; email: string | null }) {
  const t = useTranslations()
  const join = (_: Faults, form: FormData) => tryJoin(token, email !== null, form)
  const [faults, submit, pending] = useActionState<Faults, FormData>(join, {})
  const form = useFocusOnFault(faults)
  const at = (field: string) => faults.fields?.[field] && t(faults.fields[field] as MessageKey)
  return (
    // React empties a form after its action; what was typed is to stay. The browser's own bubbles speak another language than the page.
    <form ref={form} action={submit} noValidate onReset={(event) => event.preventDefault()} className="grid gap-3">
      {faults.form && (
        <Notice tone="error" live>
          {faults.form === 'taken'
            ? t.rich('auth.join.taken', { link: (text) => <TextLink href="/login">{text}</TextLink> })
            : t(faults.form)}
        </Notice>
      )}
      {email === null ? (
        <Field label={t('auth.form.email')} error={at('email')}>
          <Input name="email" type="email" autoComplete="username" autoCapitalize="none" required className="h-9" />
        </Field>
      ) : (
        // For the password manager, which then knows whose password it is.
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      )}
      <PasswordField
        name="password"
        label={t('auth.form.password')}
        autoComplete="new-password"
        hint={t('auth.form.newPasswordHint')}
        error={at('password')}
      />
      <Button type="submit" variant="primary" disabled={pending} className="mt-1 h-9 w-full">
        {t(pending ? 'auth.join.submitting' : 'auth.join.submit')}
      </Button>
    </form>
  )
}
