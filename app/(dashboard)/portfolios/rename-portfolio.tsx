'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { renamePortfolioAction } from '@/app/(dashboard)/portfolios/actions'
import { NameForm } from '@/app/(dashboard)/portfolios/name-form'
import { useFieldError } from '@/app/(dashboard)/portfolios/use-field-error'
import { useAction } from '@/app/(dashboard)/use-action'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { toastDone } from '@/components/ui/toast'
import type { Refusal } from '@/lib/core/action-result'

interface Props {
  id: string
  name: string
  open: boolean
  onClose: () => void
}

/** A name that was changed elsewhere is shown beside the new one; saving again replaces it knowingly. */
export function RenamePortfolio({ id, name, open, onClose }: Props) {
  const t = useTranslations()
  const { pending, run } = useAction()
  const { error, catchError, clear } = useFieldError('name')
  const [theirs, setTheirs] = useState<string | null>(null)
  const close = () => {
    setTheirs(null)
    clear()
    onClose()
  }
  const refused = (refusal: Refusal<string>) => {
    if (refusal.code !== 'conflict' || refusal.current === undefined) return catchError(refusal)
    clear()
    setTheirs(refusal.current)
    return true
  }
  const rename = (chosen: string) =>
    run(() => renamePortfolioAction({ id, name: chosen, seenName: theirs ?? name }), {
      done: () => {
        toastDone(t('portfolios.renamed', { name: chosen.trim() }))
        close()
      },
      refused,
    })
  return (
    <Dialog open={open} onClose={close} title={t('portfolios.renameTitle')} closeLabel={t('common.action.close')}>
      <NameForm
        initial={name}
        submit={t('common.action.save')}
        pending={pending}
        error={error}
        notice={
          theirs !== null && (
            <Notice tone="warning" live>
              {t('portfolios.conflict', { name: theirs })}
            </Notice>
          )
        }
        onSubmit={rename}
        onCancel={close}
      />
    </Dialog>
  )
}
