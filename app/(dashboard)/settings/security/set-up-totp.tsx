'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { RecoveryCodeList } from '@/app/(dashboard)/settings/security/recovery-code-list'
import { beginTotpAction } from '@/app/(dashboard)/settings/security/totp-actions'
import { TotpForm, type Waiting } from '@/app/(dashboard)/settings/security/totp-form'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toastDone } from '@/components/ui/toast'

/** From the picture over the first code to the recovery codes; the secret and the codes live no longer than the dialog. */
export function SetUpTotp({ offered }: { offered: boolean }) {
  const t = useTranslations()
  const { pending, run } = useAction()
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const close = () => {
    setWaiting(null)
    setCodes(null)
    if (codes) toastDone(t('factors.totp.added'))
  }
  return (
    <>
      {offered && (
        <Button disabled={pending} onClick={() => run(() => beginTotpAction({}), { done: setWaiting })}>
          {t('factors.totp.setUp')}
        </Button>
      )}
      <Dialog
        open={waiting !== null}
        onClose={close}
        title={t(codes ? 'factors.recovery.newTitle' : 'factors.totp.setUpTitle')}
        closeLabel={t('common.action.close')}
      >
        {codes ? (
          <RecoveryCodeList codes={codes} onDone={close} />
        ) : (
          waiting && <TotpForm waiting={waiting} onDone={setCodes} onCancel={close} />
        )}
      </Dialog>
    </>
  )
}
