'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { verifyAction } from '@/app/(auth)/verify/actions'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { MessageKey } from '@/lib/i18n/message-key'

type Answer = 'done' | MessageKey

async function verify(token: string): Promise<Answer> {
  const done = await verifyAction({ token }).catch(() => null)
  if (!done) return 'common.failure.unexpected'
  if (done.ok) return 'done'
  return done.code === 'notFound' ? 'mailbox.over' : `common.failure.${done.code}`
}

export function VerifyForm({ token }: { token: string }) {
  const t = useTranslations()
  const [answer, submit, pending] = useActionState<Answer | null>(() => verify(token), null)
  if (answer === 'done') {
    return (
      <>
        <Notice live>{t('mailbox.verify.done')}</Notice>
        <ButtonLink href="/" variant="primary" className="h-9">
          {t('mailbox.verify.onward')}
        </ButtonLink>
      </>
    )
  }
  return (
    <form action={submit} className="grid gap-3">
      {answer && (
        <Notice tone="error" live>
          {t(answer)}
        </Notice>
      )}
      <p className="text-muted">{t('mailbox.verify.answer')}</p>
      <Button type="submit" variant="primary" disabled={pending} className="h-9 w-full">
        {t(pending ? 'mailbox.verify.submitting' : 'mailbox.verify.submit')}
      </Button>
    </form>
  )
}
