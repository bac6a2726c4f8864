'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { undoImportAction } from '@/app/(dashboard)/[portfolioId]/holdings/actions'
import type { UndoStack } from '@/app/(dashboard)/[portfolioId]/holdings/use-undo'
import { toastDone, toastFailure, toastUndo } from '@/components/ui/toast'
import type { Imported } from '@/lib/flows/paste-holdings'

/** The dialog for a pasted block: open with its text, and what follows an import. */
export function useImport(portfolioId: string, undo: UndoStack, askAll: (symbols: readonly string[]) => void) {
  const t = useTranslations()
  const [text, setText] = useState<string | null>(null)
  const takeBack = async (imported: Imported) => {
    const answer = await undoImportAction({ portfolioId, undo: imported.undo }).catch(() => null)
    if (answer?.ok) return toastDone(t('holdings.paste.undone'))
    toastFailure(
      answer?.code === 'conflict' ? t('holdings.paste.notUndone') : t(`common.failure.${answer?.code ?? 'unexpected'}`),
    )
  }
  const imported = (result: Imported) => {
    setText(null)
    askAll(result.unclassified)
    const bringBack = () => void takeBack(result)
    undo.pushOther(bringBack)
    const message = t('holdings.paste.done', { added: result.added, updated: result.updated })
    toastUndo(message, { label: t('common.action.undo'), run: () => undo.take(bringBack) })
  }
  return { text, open: (pasted: string) => setText(pasted), close: () => setText(null), imported }
}
