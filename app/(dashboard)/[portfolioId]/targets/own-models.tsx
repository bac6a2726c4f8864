'use client'

import { useTranslations } from 'next-intl'
import { removeModelAction, restoreModelAction } from '@/app/(dashboard)/[portfolioId]/targets/actions'
import { WeightStrip } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import type { Choice } from '@/app/(dashboard)/[portfolioId]/targets/draft'
import type { Subject } from '@/app/(dashboard)/[portfolioId]/targets/model-dialog'
import { WeightLine } from '@/app/(dashboard)/[portfolioId]/targets/weight-line'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button, IconButton } from '@/components/ui/button'
import { toastUndo } from '@/components/ui/toast'
import { type Weights, weights } from '@/lib/core/asset-class'
import type { TargetModel } from '@/lib/db/target-models'

interface Props {
  models: TargetModel[]
  held: Weights | null
  choice: Choice
  choose: (choice: Choice) => void
  edit: (subject: Subject) => void
}

/** The user's own models, and the holdings as one. */
export function OwnModels({ models, held, choice, choose, edit }: Props) {
  const t = useTranslations('targets.own')
  return (
    <section className="grid gap-2 rounded-lg border border-line bg-surface p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3>{t('title')}</h3>
        <Button icon="plus" onClick={() => edit({ kind: 'new', weights: weights({}) })}>
          {t('new')}
        </Button>
      </div>
      <ul className="grid">
        {models.map((model) => (
          <OwnModel key={model.id} model={model} choice={choice} choose={choose} edit={edit} />
        ))}
        <li className="border-t border-line py-2">
          {held ? (
            <Pick
              label={t('holdings')}
              weights={held}
              checked={choice.kind === 'holdings'}
              onPick={() => choose({ kind: 'holdings' })}
            />
          ) : (
            <p className="text-muted">{t('holdingsUnusable')}</p>
          )}
        </li>
      </ul>
    </section>
  )
}

function OwnModel({ model, choice, choose, edit }: Omit<Props, 'models' | 'held'> & { model: TargetModel }) {
  const t = useTranslations('targets.own')
  const remove = useRemoveModel()
  const { id, name, weights } = model
  return (
    <li className="flex items-start gap-1 border-t border-line py-2">
      <Pick
        label={name}
        weights={weights}
        checked={choice.kind === 'custom' && choice.modelId === id}
        onPick={() => choose({ kind: 'custom', modelId: id })}
      />
      <IconButton icon="pencil" label={t('edit', { name })} onClick={() => edit({ kind: 'edit', model })} />
      <IconButton icon="trash" label={t('delete', { name })} onClick={() => remove(model)} />
    </li>
  )
}

function Pick({
  label,
  weights,
  checked,
  onPick,
}: {
  label: string
  weights: Weights
  checked: boolean
  onPick: () => void
}) {
  return (
    <label className="grid min-w-0 flex-1 gap-1">
      <span className="flex items-center gap-2">
        <input type="radio" name="target" className="shrink-0 accent-accent" checked={checked} onChange={onPick} />
        <span className={`min-w-0 break-words ${checked ? 'font-semibold' : ''}`}>{label}</span>
      </span>
      <WeightStrip weights={weights} />
      <WeightLine weights={weights} />
    </label>
  )
}

function useRemoveModel(): (model: TargetModel) => void {
  const t = useTranslations()
  const { run } = useAction()
  return ({ id, version, name }) =>
    run(() => removeModelAction({ id, version }), {
      done: () =>
        toastUndo(t('targets.own.deleted', { name }), {
          label: t('common.action.undo'),
          run: () => run(() => restoreModelAction({ id })),
        }),
    })
}
