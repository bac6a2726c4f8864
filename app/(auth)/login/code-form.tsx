'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { tryEnter } from '@/app/(auth)/enter'
import { PasskeyButton } from '@/app/(auth)/login/passkey-button'
import { useFocusOnFault } from '@/app/(auth)/use-focus-on-fault'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { MessageKey } from '@/lib/i18n/message-key'

export interface Credentials {
  email: string
  password: string
}

interface Props {
  credentials: Credentials
  next: string
  onBack: () => void
}

type Faults = Partial<Record<'form' | 'code', MessageKey>>

/** The second step: a code of the authenticator app, or a recovery code. The password goes along once more. */
export function CodeForm({ credentials, next, onBack }: Props) {
  const t = useTranslations()
  const [recovery, setRecovery] = useState(false)
  const check = async (form: FormData): Promise<Faults> => {
    const code = String(form.get('code')).trim()
    if (!code) return { code: 'auth.factor.missing' }
    const obstacle = await tryEnter('password', { ...credentials, code }, next)
    if (obstacle === 'secondFactor') return { code: 'auth.factor.missing' }
    if (obstacle === 'wrongCode') return { code: recovery ? 'auth.factor.wrongRecovery' : 'auth.factor.wrong' }
    return obstacle ? { form: obstacle } : {}
  }
  const [faults, submit, pending] = useActionState<Faults, FormData>((_, form) => check(form), {})
  const form = useFocusOnFault(faults)
  return (
    <div className="grid gap-3">
      <form ref={form} action={submit} noValidate onReset={(event) => event.preventDefault()} className="grid gap-3">
        <div className="grid gap-1">
          <h2 className="font-semibold">{t('auth.factor.title')}</h2>
          <p className="text-muted">{t(recovery ? 'auth.factor.answerRecovery' : 'auth.factor.answer')}</p>
        </div>
        {faults.form && (
          <Notice tone="error" live>
            {t(faults.form)}
          </Notice>
        )}
        <CodeField key={String(recovery)} recovery={recovery} error={faults.code && t(faults.code)} />
        <Button type="submit" variant="primary" disabled={pending} className="mt-1 h-9 w-full">
          {t(pending ? 'auth.factor.submitting' : 'auth.factor.submit')}
        </Button>
        <div className="flex flex-wrap gap-2">
          <Button variant="quiet" onClick={() => setRecovery(!recovery)}>
            {t(recovery ? 'auth.factor.useApp' : 'auth.factor.useRecovery')}
          </Button>
          <Button variant="quiet" onClick={onBack}>
            {t('auth.factor.back')}
          </Button>
        </div>
      </form>
      <PasskeyButton next={next} second={credentials} />
    </div>
  )
}

function CodeField({ recovery, error }: { recovery: boolean; error: string | undefined }) {
  const t = useTranslations('auth.factor')
  return (
    <Field label={t(recovery ? 'recoveryCode' : 'code')} error={error}>
      <Input
        name="code"
        type="text"
        inputMode={recovery ? 'text' : 'numeric'}
        autoComplete={recovery ? 'off' : 'one-time-code'}
        autoCapitalize="none"
        spellCheck={false}
        // The step before has just given way to this field.
        autoFocus
        className="h-9"
      />
    </Field>
  )
}
