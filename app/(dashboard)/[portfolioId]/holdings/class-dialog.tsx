'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { classifySymbolAction, forgetSymbolAction } from '@/app/(dashboard)/[portfolioId]/holdings/class-actions'
import { ClassName } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import { useWeightFields } from '@/app/(dashboard)/[portfolioId]/targets/use-weight-fields'
import { WeightFieldList } from '@/app/(dashboard)/[portfolioId]/targets/weight-fields'
import { WeightLine } from '@/app/(dashboard)/[portfolioId]/targets/weight-line'
import { SubmitActions } from '@/app/(dashboard)/submit-actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { formatDate } from '@/components/values/format'
import type { Refusal } from '@/lib/core/action-result'
import { ASSET_CLASSES, entirely, weights } from '@/lib/core/asset-class'
import type { HoldingRow, SaidClass } from '@/lib/core/book'
import { SPLITS_DATED } from '@/lib/core/directory/splits-dated'
import { LONGEST_NAME } from '@/lib/core/field-reading'

interface Props {
  /** The row whose symbol it is about; null while it is closed. */
  row: HoldingRow | null
  onClose: () => void
  onSaid: (symbol: string) => void
}

/** The class or the split of a symbol, for all of the user's portfolios. */
export function ClassDialog({ row, onClose, onSaid }: Props) {
  const t = useTranslations()
  const title = t('holdings.class.title', { symbol: row?.symbol ?? '' })
  return (
    <Dialog open={row !== null} onClose={onClose} title={title} closeLabel={t('common.action.close')}>
      {row && <ClassForm row={row} onClose={onClose} onSaid={onSaid} />}
    </Dialog>
  )
}

function ClassForm({ row, onClose, onSaid }: Props & { row: HoldingRow }) {
  const t = useTranslations()
  const dated = formatDate(useLocale(), SPLITS_DATED)
  const fields = useWeightFields(row.split ?? weights({}))
  const [name, setName] = useState(row.said?.name || row.name)
  const [said, setSaid] = useState(row.said)
  const { pending, run } = useAction()
  const { symbol } = row
  const done = () => {
    onSaid(symbol)
    onClose()
  }
  const refused = ({ code, current }: Refusal<SaidClass>) => {
    if (code === 'conflict') setSaid(current ?? null)
    return code === 'conflict'
  }
  const version = said?.version ?? null
  const save = () =>
    run(() => classifySymbolAction({ symbol, version, name, split: fields.weights }), { done, refused })
  const forget = () => run(() => forgetSymbolAction({ symbol, version: version ?? 1 }), { done, refused })
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (fields.whole) save()
      }}
    >
      <p className="text-muted">{t(`holdings.class.${basisOf(row)}`, { date: dated })}</p>
      {said !== row.said && (
        <Notice tone="warning" live title={t('holdings.class.conflict')}>
          {said ? <WeightLine weights={said.split} /> : t('units.unclassified')}
        </Notice>
      )}
      {!row.inDirectory && (
        <Field label={t('holdings.column.name')}>
          <Input
            value={name}
            maxLength={LONGEST_NAME}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      )}
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="mb-1 text-sm font-semibold">{t('holdings.class.allIn')}</legend>
        {ASSET_CLASSES.map((assetClass) => (
          <Button key={assetClass} onClick={() => fields.setAll(entirely(assetClass))}>
            <ClassName assetClass={assetClass} short="always" />
          </Button>
        ))}
      </fieldset>
      <WeightFieldList fields={fields} error={null} />
      <SubmitActions label={t('common.action.save')} disabled={pending || !fields.whole} onCancel={onClose}>
        {said && (
          <Button disabled={pending} onClick={forget} className="mr-auto">
            {t(row.inDirectory ? 'holdings.class.backToDirectory' : 'holdings.class.forget')}
          </Button>
        )}
      </SubmitActions>
    </form>
  )
}

const basisOf = (row: HoldingRow) => (row.said ? 'yours' : row.inDirectory ? 'fromDirectory' : 'unknown')
