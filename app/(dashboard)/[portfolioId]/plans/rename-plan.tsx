'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { renamePlanAction } from '@/app/(dashboard)/[portfolioId]/plans/actions'
import { PLAN_NAME_LENGTH } from '@/app/(dashboard)/[portfolioId]/plans/plan-name-length'
import { SubmitActions } from '@/app/(dashboard)/submit-actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Dialog } from '@/components/ui/dialog'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { toastDone } from '@/components/ui/toast'
import type { Refusal } from '@/lib/core/action-result'
import type { MessageKey } from '@/lib/i18n/message-key'

export interface NamedPlan {
  id: string
  name: string
  version: number
}

interface Props {
  plan: NamedPlan
  open: boolean
  onClose: () => void
}

type Current = Omit<NamedPlan, 'id'>

/** A name that was changed elsewhere is shown beside the new one; saving again replaces it knowingly. */
export function RenamePlan({ plan, open, onClose }: Props) {
  const t = useTranslations()
  const { pending, run } = useAction()
  const [refused, setRefused] = useState<Refusal<Current> | null>(null)
  const theirs = refused?.current
  const fault = refused?.fields?.name
  const close = () => {
    setRefused(null)
    onClose()
  }
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name'))
    run(() => renamePlanAction({ id: plan.id, name, version: theirs?.version ?? plan.version }), {
      done: (stored) => {
        toastDone(t('plans.rename.done', { name: stored.name }))
        close()
      },
      refused: (refusal) => {
        setRefused(refusal)
        return refusal.current !== undefined || refusal.fields?.name !== undefined
      },
    })
  }
  return (
    <Dialog open={open} onClose={close} title={t('plans.rename.title')} closeLabel={t('common.action.close')}>
      <form className="grid gap-3" onSubmit={rename}>
        {theirs && (
          <Notice tone="warning" live>
            {t('plans.rename.conflict', { name: theirs.name })}
          </Notice>
        )}
        <Field label={t('plans.rename.name')} error={fault && t(fault as MessageKey)}>
          <Input
            name="name"
            defaultValue={plan.name}
            maxLength={PLAN_NAME_LENGTH}
            autoComplete="off"
            autoFocus
            onFocus={(event) => event.currentTarget.select()}
          />
        </Field>
        <SubmitActions label={t('common.action.save')} disabled={pending} onCancel={close} />
      </form>
    </Dialog>
  )
}
