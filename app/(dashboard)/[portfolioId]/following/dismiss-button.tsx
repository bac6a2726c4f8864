'use client'

import { useTranslations } from 'next-intl'
import { saveDismissalAction } from '@/app/(dashboard)/[portfolioId]/following/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { toastUndo } from '@/components/ui/toast'
import type { Dismissal } from '@/lib/core/regime-proposal'

/** Puts a proposal away until the measured state changes. */
export function DismissButton({ portfolioId, state, friday }: { portfolioId: string } & Dismissal) {
  const t = useTranslations()
  const { pending, run } = useAction()
  function dismiss() {
    run(() => saveDismissalAction({ portfolioId, dismissed: { state, friday } }), {
      done: () =>
        toastUndo(t('following.dismissed'), {
          label: t('common.action.undo'),
          run: () => run(() => saveDismissalAction({ portfolioId, dismissed: null })),
        }),
    })
  }
  return (
    <Button disabled={pending} onClick={dismiss}>
      {t('following.dismiss')}
    </Button>
  )
}
