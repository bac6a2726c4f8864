'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { undoPositionsImport } from '@/app/(dashboard)/[portfolioId]/transfer/import-actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { toastDone, toastFailure } from '@/components/ui/toast'

/** Takes an import back as a whole, and says so; or says why it cannot. */
export function useUndoImport(portfolioId: string, onUndone?: () => void) {
  const t = useTranslations('import')
  const router = useRouter()
  const { pending, run } = useAction()
  const undo = (importId: string) =>
    run(() => undoPositionsImport({ portfolioId, importId }), {
      done: () => {
        onUndone?.()
        toastDone(t('undone'))
        router.refresh()
      },
      refused: ({ code }) => {
        if (code === 'conflict') toastFailure(t('notUndone'))
        return code === 'conflict'
      },
    })
  return { pending, undo }
}
