'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { requestVerificationAction } from '@/app/(dashboard)/settings/security/verify-actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

export function VerifyEmailButton({ sendsMail }: { sendsMail: boolean }) {
  const t = useTranslations()
  const { pending, run } = useAction()
  const [sent, setSent] = useState(false)
  if (sent) {
    return (
      <Notice live className="basis-full">
        <p>{t(sendsMail ? 'security.verify.sent' : 'security.verify.waiting')}</p>
        {!sendsMail && <p>{t('mailbox.noMail')}</p>}
      </Notice>
    )
  }
  return (
    <Button disabled={pending} onClick={() => run(() => requestVerificationAction({}), { done: () => setSent(true) })}>
      {t(pending ? 'security.verify.sending' : 'security.verify.send')}
    </Button>
  )
}
