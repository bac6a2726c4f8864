'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { PasswordField } from '@/app/(auth)/password-field'
import { resetPasswordAction } from '@/app/(auth)/reset/actions'
import { useFocusOnFault } from '@/app/(auth)/use-focus-on-fault'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { MessageKey } from '@/lib/i18n/message-key'

interface Faults {
  form?: MessageKey
  password?: MessageKey
  /** The link was used or ran out while the page was open. */
  over?: boolean
}

async function reset(token: string, form: FormData): Promise<Faults> {
  const done = await resetPasswordAction({ token, password: String(form.get('password')) }).catch(() => null)
  if (!done) return { form: 'common.failure.unexpected' }
  if (done.ok) {
    // A full load: nothing of the session that has just ended stays in memory.
    window.location.assign('/login?notice=passwordReset')
    return {}
  }
  if (done.code === 'notFound') return { over: true }
  if (done.fields?.password) return { password: done.fields.password as MessageKey }
  return { form: `common.failure.${done.code}` }
}

export function ResetForm({ token }: { token: string }) {
  const t = useTranslations()
  const [faults, submit, pending] = useActionState<Faults, FormData>((_, form) => reset(token, form), {})
  const form = useFocusOnFault(faults)
  return (
    // React empties a form after its action; what was typed is to stay. The browser's own bubbles speak another language than the page.
    <form ref={form} action={submit} noValidate onReset={(event) => event.preventDefault()} className="grid gap-3">
      {(faults.over || faults.form) && (
        <Notice tone="error" live>
          {faults.form && t(faults.form)}
          {faults.over && (
            <>
              <p>{t('mailbox.over')}</p>
              <Link href="/forgot" className="font-semibold underline underline-offset-2">
                {t('mailbox.reset.again')}
              </Link>
            </>
          )}
        </Notice>
      )}
      <PasswordField
        name="password"
        label={t('mailbox.reset.password')}
        autoComplete="new-password"
        hint={t('auth.form.newPasswordHint')}
        error={faults.password && t(faults.password)}
      />
      <Button type="submit" variant="primary" disabled={pending} className="mt-1 h-9 w-full">
        {t(pending ? 'mailbox.reset.submitting' : 'mailbox.reset.submit')}
      </Button>
    </form>
  )
}
