'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { PasswordField } from '@/app/(auth)/password-field'
import { useFocusOnFault } from '@/app/(auth)/use-focus-on-fault'
import { changePasswordAction } from '@/app/(dashboard)/settings/actions'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { toastDone } from '@/components/ui/toast'
import type { Refusal } from '@/lib/core/action-result'
import type { MessageKey } from '@/lib/i18n/message-key'

interface State {
  /** How many changes were made: each empties the fields. */
  changes: number
  refused?: Pick<Refusal, 'fields'> & { code: Refusal['code'] | 'unexpected' }
}

async function tryChange(data: FormData): Promise<Pick<State, 'refused'> & { sessionsEnded?: number }> {
  const given = { current: String(data.get('current')), next: String(data.get('next')) }
  const changed = await changePasswordAction(given).catch(() => ({ ok: false, code: 'unexpected' }) as const)
  return changed.ok ? { sessionsEnded: changed.value } : { refused: changed }
}

/** `email` is for the password manager, which then knows whose password it is. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations()
  const [{ changes, refused }, change, pending] = useActionState<State, FormData>(
    async (before, data) => {
      const { sessionsEnded, ...after } = await tryChange(data)
      if (sessionsEnded === undefined) return { changes: before.changes, ...after }
      toastDone(t('settings.password.changed', { count: sessionsEnded }))
      return { changes: before.changes + 1 }
    },
    { changes: 0 },
  )
  const form = useFocusOnFault(refused)
  return (
    // React empties a form after its action; what was typed is to stay until it was taken.
    <form
      ref={form}
      action={change}
      noValidate
      onReset={(event) => event.preventDefault()}
      className="grid max-w-sm gap-3"
    >
      {refused && !refused.fields && (
        <Notice tone="error" live>
          {t(`common.failure.${refused.code}`)}
        </Notice>
      )}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <Fields key={changes} faults={refused?.fields} />
      <div>
        <Button type="submit" disabled={pending}>
          {pending ? t('settings.password.submitting') : t('settings.password.submit')}
        </Button>
      </div>
    </form>
  )
}

function Fields({ faults }: { faults: Refusal['fields'] }) {
  const t = useTranslations()
  const at = (field: string) => faults?.[field] && t(faults[field] as MessageKey)
  return (
    <>
      <PasswordField
        name="current"
        label={t('settings.password.current')}
        autoComplete="current-password"
        error={at('current')}
      />
      <PasswordField
        name="next"
        label={t('settings.password.next')}
        autoComplete="new-password"
        hint={t('auth.form.newPasswordHint')}
        error={at('next')}
      />
    </>
  )
}
