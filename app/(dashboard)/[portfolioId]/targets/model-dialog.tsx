'use client'

import { useTranslations } from 'next-intl'
import { ModelForm } from '@/app/(dashboard)/[portfolioId]/targets/model-form'
import { Dialog } from '@/components/ui/dialog'
import type { Weights } from '@/lib/core/asset-class'
import type { TargetModel } from '@/lib/db/target-models'

/** A model to type in: a new one that starts from some weights, or one that exists. */
export type Subject = { kind: 'new'; weights: Weights } | { kind: 'edit'; model: TargetModel }

interface Props {
  subject: Subject | null
  onClose: () => void
  onSaved: (model: TargetModel) => void
}

export function ModelDialog({ subject, onClose, onSaved }: Props) {
  const t = useTranslations()
  return (
    <Dialog
      open={subject !== null}
      onClose={onClose}
      title={t(subject?.kind === 'edit' ? 'targets.model.editTitle' : 'targets.model.newTitle')}
      closeLabel={t('common.action.close')}
    >
      {subject && <ModelForm subject={subject} onClose={onClose} onSaved={onSaved} />}
    </Dialog>
  )
}
