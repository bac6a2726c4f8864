'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useState } from 'react'
import { ConfirmContext } from '@/app/(dashboard)/confirm/confirm-context'
import { ConfirmDesk } from '@/app/(dashboard)/confirm/confirm-desk'
import { Dialog } from '@/components/ui/dialog'

/** Lets everything below it ask who is there, in a dialog above whatever is open. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const t = useTranslations()
  const [settle, setSettle] = useState<((shown: boolean) => void) | null>(null)
  const ask = useCallback(() => new Promise<boolean>((resolve) => setSettle(() => resolve)), [])
  const finish = (shown: boolean) => {
    settle?.(shown)
    setSettle(null)
  }
  return (
    <ConfirmContext value={ask}>
      {children}
      <Dialog
        open={settle !== null}
        onClose={() => finish(false)}
        title={t('confirm.title')}
        closeLabel={t('common.action.close')}
      >
        <ConfirmDesk onShown={() => finish(true)} onCancel={() => finish(false)} />
      </Dialog>
    </ConfirmContext>
  )
}
