'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { becomeAdministratorAction } from '@/app/(auth)/join/actions'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { MessageKey } from '@/lib/i18n/message-key'

async function become(token: string): Promise<MessageKey | null> {
  const answer = await becomeAdministratorAction({ token }).catch(() => null)
  if (!answer) return 'common.failure.unexpected'
  if (!answer.ok) return answer.code === 'notFound' ? 'auth.join.over' : `common.failure.${answer.code}`
  window.location.assign('/settings/people')
  return null
}

/** Who has an account already need not make another one to look after the installation. */
export function BecomeAdministrator({ token, email }: { token: string; email: string }) {
  const t = useTranslations()
  const [fault, start, pending] = useActionState<MessageKey | null>(() => become(token), null)
  return (
    <form action={start} className="grid gap-3">
      {fault && (
        <Notice tone="error" live>
          {t(fault)}
        </Notice>
      )}
      <p>{t('auth.join.become', { email })}</p>
      <Button type="submit" variant="primary" disabled={pending} className="h-9 w-full">
        {t(pending ? 'auth.join.becoming' : 'auth.join.becomeSubmit')}
      </Button>
    </form>
  )
}
