'use client'

import { useTranslations } from 'next-intl'
import { useUndoImport } from '@/app/(dashboard)/[portfolioId]/transfer/use-undo-import'
import { Button } from '@/components/ui/button'

interface Props {
  portfolioId: string
  importId: string
  /** Their names, to tell one button from another. */
  files: string
}

export function UndoEarlier({ portfolioId, importId, files }: Props) {
  const t = useTranslations('import.earlier')
  const { pending, undo } = useUndoImport(portfolioId)
  return (
    <Button icon="undo" disabled={pending} aria-label={t('undoOf', { files })} onClick={() => undo(importId)}>
      {t('undo')}
    </Button>
  )
}
