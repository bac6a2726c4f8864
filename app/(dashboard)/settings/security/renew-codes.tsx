'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { RecoveryCodeList } from '@/app/(dashboard)/settings/security/recovery-code-list'
import { renewRecoveryCodesAction } from '@/app/(dashboard)/settings/security/totp-actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'

/** Asks once more, then shows the new codes. */
export function RenewCodes() {
  const t = useTranslations()
  const [open, setOpen] = useState(false)
  const [codes, setCodes] = useState<string[] | null>(null)
  const { pending, run } = useAction()
  const close = () => {
    setOpen(false)
    setCodes(null)
  }
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {t('factors.recovery.renew')}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={t(codes ? 'factors.recovery.newTitle' : 'factors.recovery.renewTitle')}
        closeLabel={t('common.action.close')}
      >
        {codes ? (
          <RecoveryCodeList codes={codes} onDone={close} />
        ) : (
          <>
            <p>{t('factors.recovery.renewBody')}</p>
            <DialogActions>
              <Button onClick={close}>{t('common.action.cancel')}</Button>
              <Button
                variant="primary"
                disabled={pending}
                onClick={() => run(() => renewRecoveryCodesAction({}), { done: setCodes })}
              >
                {t('factors.recovery.renewSubmit')}
              </Button>
            </DialogActions>
          </>
        )}
      </Dialog>
    </>
  )
}
