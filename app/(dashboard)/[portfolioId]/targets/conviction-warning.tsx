'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'

interface Props {
  open: boolean
  onClose: () => void
  onConfirm: () => void
}

/** What a conviction above 1 means, before it can be chosen. */
export function ConvictionWarning({ open, onClose, onConfirm }: Props) {
  const t = useTranslations()
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('targets.conviction.warning.title')}
      closeLabel={t('common.action.close')}
    >
      <Notice tone="warning">
        <p>{t('targets.conviction.warning.record')}</p>
        <p className="mt-2">{t('targets.conviction.warning.limits')}</p>
      </Notice>
      <DialogActions>
        <Button onClick={onClose}>{t('common.action.cancel')}</Button>
        <Button variant="primary" onClick={onConfirm}>
          {t('targets.conviction.warning.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
