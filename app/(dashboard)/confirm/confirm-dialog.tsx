'use client'

import { useTranslations } from 'next-intl'
import { ConfirmDesk } from '@/app/(dashboard)/confirm/confirm-desk'
import { Dialog } from '@/components/ui/dialog'

/** Asks who is there, above whatever is open; answers whether that was shown. */
export function ConfirmDialog({ open, onFinished }: { open: boolean; onFinished: (shown: boolean) => void }) {
  const t = useTranslations()
  return (
    <Dialog
      open={open}
      onClose={() => onFinished(false)}
      title={t('confirm.title')}
      closeLabel={t('common.action.close')}
    >
      <ConfirmDesk onShown={() => onFinished(true)} onCancel={() => onFinished(false)} />
    </Dialog>
  )
}
