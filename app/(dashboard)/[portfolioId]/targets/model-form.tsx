'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { createModelAction, saveModelAction } from '@/app/(dashboard)/[portfolioId]/targets/actions'
import type { Subject } from '@/app/(dashboard)/[portfolioId]/targets/model-dialog'
import { useWeightFields } from '@/app/(dashboard)/[portfolioId]/targets/use-weight-fields'
import { WeightFieldList } from '@/app/(dashboard)/[portfolioId]/targets/weight-fields'
import { WeightLine } from '@/app/(dashboard)/[portfolioId]/targets/weight-line'
import { newId } from '@/app/(dashboard)/new-id'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { Refusal } from '@/lib/core/action-result'
import type { TargetModel } from '@/lib/db/target-models'
import type { MessageKey } from '@/lib/i18n/message-key'

interface Props {
  subject: Subject
  onClose: () => void
  onSaved: (model: TargetModel) => void
}

const NAME_LENGTH = 80

/** Name and weights of a model. A save that meets a newer version keeps what was typed and shows the other. */
export function ModelForm({ subject, onClose, onSaved }: Props) {
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
    if (code === 'invalid') setFaults(found ?? {})
    if (code === 'conflict' && current) setNewer(current)
    return code === 'invalid' || (code === 'conflict' && current !== undefined)
  }
  function save(event: FormEvent) {
    event.preventDefault()
    if (!fields.whole) return setFaults({ weights: 'targets.error.total' })
    setFaults({})
    const model = { id, name, weights: fields.weights }
    run<TargetModel, TargetModel>(
      () => (version === 0 ? createModelAction(model) : saveModelAction({ ...model, version })),
      {
        done: onSaved,
        refused,
      },
    )
  }
  function take(model: TargetModel) {
    setName(model.name)
    fields.setAll(model.weights)
    keep(model)
  }
  function keep(model: TargetModel) {
    setVersion(model.version)
    setNewer(null)
  }
  const faultOf = (field: string) => {
    const key = faults[field]
    return key ? t(key as MessageKey) : null
  }
  const wrongWeights = Object.keys(faults).find((field) => field.startsWith('weights')) ?? ''
  return (
    <form onSubmit={save} noValidate className="grid gap-3">
      <p className="text-muted">{t('targets.model.hint')}</p>
      <Field label={t('targets.model.name')} error={faultOf('name')}>
        <Input
          value={name}
          maxLength={NAME_LENGTH}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <WeightFieldList fields={fields} error={fields.whole ? null : faultOf(wrongWeights)} />
      {newer && <NewerVersion model={newer} onTake={() => take(newer)} onKeep={() => keep(newer)} />}
      <DialogActions>
        <Button onClick={onClose}>{t('common.action.cancel')}</Button>
        <Button type="submit" variant="primary" disabled={pending || newer !== null}>
          {t('common.action.save')}
        </Button>
      </DialogActions>
    </form>
  )
}

function NewerVersion({ model, onTake, onKeep }: { model: TargetModel; onTake: () => void; onKeep: () => void }) {
  const t = useTranslations('targets.model')
  return (
    <Notice tone="warning" live title={t('newer', { name: model.name })}>
      <WeightLine weights={model.weights} />
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={onTake}>{t('takeStored')}</Button>
        <Button onClick={onKeep}>{t('keepMine')}</Button>
      </div>
    </Notice>
  )
}
