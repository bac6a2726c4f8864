'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { removeAllFilesAction, removeFileAction } from '@/app/(dashboard)/[portfolioId]/policy/sources/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button, IconButton } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { toastDone } from '@/components/ui/toast'

/** One file at once: it is still on the user's disk. */
export function RemoveFile({ id, name }: { id: string; name: string }) {
  const t = useTranslations('sources.files')
  const { pending, run } = useAction()
  const remove = () => run(() => removeFileAction({ id }), { done: () => toastDone(t('removed', { name })) })
  return <IconButton icon="trash" label={t('remove', { name })} disabled={pending} onClick={remove} />
}

export function RemoveAllFiles({ count }: { count: number }) {
  const t = useTranslations()
  const [open, setOpen] = useState(false)
  const { pending, run } = useAction()
  const close = () => setOpen(false)
  const remove = () =>
    run(() => removeAllFilesAction({}), {
      done: (removed) => {
        toastDone(t('sources.files.allRemoved', { count: removed }))
        close()
      },
    })
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('sources.files.removeAll')}</Button>
      <Dialog
        open={open}
        onClose={close}
        title={t('sources.files.removeAllTitle', { count })}
        closeLabel={t('common.action.close')}
      >
        <p>{t('sources.files.removeAllBody')}</p>
        <DialogActions>
          <Button onClick={close}>{t('common.action.cancel')}</Button>
          <Button variant="danger" disabled={pending} onClick={remove}>
            {t('sources.files.removeAll')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
