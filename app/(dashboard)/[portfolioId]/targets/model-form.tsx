'use client'

import { useTranslations } from 'next-intl'
import type { Subject } from '@/app/(dashboard)/[portfolioId]/targets/model-dialog'
import { useModelForm } from '@/app/(dashboard)/[portfolioId]/targets/use-model-form'
import { WeightFieldList } from '@/app/(dashboard)/[portfolioId]/targets/weight-fields'
import { WeightLine } from '@/app/(dashboard)/[portfolioId]/targets/weight-line'
import { SubmitActions } from '@/app/(dashboard)/submit-actions'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { TargetModel } from '@/lib/db/target-models'

interface Props {
  subject: Subject
  onClose: () => void
  onSaved: (model: TargetModel) => void
}

const NAME_LENGTH = 80

/** Name and weights of a model. A save that meets a newer version keeps what was typed and shows the other. */
export function ModelForm({ onClose, ...rest }: Props) {
  const t = useTranslations()
  const { name, setName, fields, faultOf, newer, take, keep, save, pending } = useModelForm(rest)
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
      <WeightFieldList fields={fields} error={fields.whole ? null : faultOf('weights')} />
      {newer && <NewerVersion model={newer} onTake={() => take(newer)} onKeep={() => keep(newer)} />}
      <SubmitActions label={t('common.action.save')} disabled={pending || newer !== null} onCancel={onClose} />
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
