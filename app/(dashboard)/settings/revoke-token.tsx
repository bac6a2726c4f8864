'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { revokeTokenAction } from '@/app/(dashboard)/settings/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { toastDone } from '@/components/ui/toast'

/** Asks once more: a program somewhere may live by this token. */
export function RevokeToken({ id, name }: { id: string; name: string }) {
  const t = useTranslations()
  const [open, setOpen] = useState(false)
  const { pending, run } = useAction()
  const close = () => setOpen(false)
  const revoke = () =>
    run(() => revokeTokenAction({ id }), {
      done: () => {
        toastDone(t('settings.tokens.revoked', { name }))
        close()
      },
    })
  return (
    <>
      <Button variant="quiet" aria-label={t('settings.tokens.revokeNamed', { name })} onClick={() => setOpen(true)}>
        {t('settings.tokens.revoke')}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={t('settings.tokens.revokeTitle', { name })}
        closeLabel={t('common.action.close')}
      >
        <p>{t('settings.tokens.revokeBody')}</p>
        <DialogActions>
          <Button onClick={close}>{t('common.action.cancel')}</Button>
          <Button variant="danger" disabled={pending} onClick={revoke}>
            {t('settings.tokens.revoke')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
