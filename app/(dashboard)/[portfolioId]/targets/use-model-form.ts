'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { createModelAction, saveModelAction } from '@/app/(dashboard)/[portfolioId]/targets/actions'
import type { Subject } from '@/app/(dashboard)/[portfolioId]/targets/model-dialog'
import { useWeightFields } from '@/app/(dashboard)/[portfolioId]/targets/use-weight-fields'
import { newId } from '@/app/(dashboard)/new-id'
import { useAction } from '@/app/(dashboard)/use-action'
import type { Refusal } from '@/lib/core/action-result'
import type { TargetModel } from '@/lib/db/target-models'
import type { MessageKey } from '@/lib/i18n/message-key'

/** What is typed of a model, its faults, and its save; `newer` is the stored version that a stale save met. */
export function useModelForm({ subject, onSaved }: { subject: Subject; onSaved: (model: TargetModel) => void }) {
  const t = useTranslations()
  const stored = subject.kind === 'edit' ? subject.model : null
  const [id] = useState(() => stored?.id ?? newId())
  const [version, setVersion] = useState(stored?.version ?? 0)
  const [name, setName] = useState(stored?.name ?? '')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [newer, setNewer] = useState<TargetModel | null>(null)
  const fields = useWeightFields(subject.kind === 'edit' ? subject.model.weights : subject.weights)
  const { pending, run } = useAction()

  function refused({ code, fields: found, current }: Refusal<TargetModel>): boolean {
    if (code === 'conflict' && current) setNewer(current)
    const known = code === 'invalid' && found !== undefined && ('name' in found || 'weights' in found)
    if (known) setFaults(found)
    return known || (code === 'conflict' && current !== undefined)
  }
  function save(event: FormEvent) {
    event.preventDefault()
    if (!fields.whole) return setFaults({ weights: 'targets.error.total' })
    setFaults({})
    const model = { id, name, weights: fields.weights }
    run<TargetModel, TargetModel>(
      () => (version === 0 ? createModelAction(model) : saveModelAction({ ...model, version })),
      { done: onSaved, refused },
    )
  }
  function keep(model: TargetModel) {
    setVersion(model.version)
    setNewer(null)
  }
  function take(model: TargetModel) {
    setName(model.name)
    fields.setAll(model.weights)
    keep(model)
  }
  const faultOf = (field: 'name' | 'weights') => (faults[field] ? t(faults[field] as MessageKey) : null)
  return { name, setName, fields, faultOf, newer, take, keep, save, pending }
}
