'use client'

import { useTranslations } from 'next-intl'
import { useWeightFields } from '@/app/(dashboard)/[portfolioId]/targets/use-weight-fields'
import { WeightFieldList } from '@/app/(dashboard)/[portfolioId]/targets/weight-fields'
import { SubmitActions } from '@/app/(dashboard)/submit-actions'
import { Dialog } from '@/components/ui/dialog'
import { type Weights, weights } from '@/lib/core/asset-class'
import type { UnknownSymbol } from '@/lib/core/positions-import'

interface Props {
  /** The symbol with its split as it is; null while it is closed. */
  one: UnknownSymbol | null
  onClose: () => void
  onSplit: (symbol: string, split: Weights) => void
}

/** A symbol that belongs to several classes. */
export function SplitDialog({ one, onClose, onSplit }: Props) {
  const t = useTranslations()
  return (
    <Dialog
      open={one !== null}
      onClose={onClose}
      title={t('import.unknown.splitTitle', { symbol: one?.symbol ?? '' })}
      closeLabel={t('common.action.close')}
    >
      {one && <SplitForm one={one} onClose={onClose} onSplit={onSplit} />}
    </Dialog>
  )
}

function SplitForm({ one, onClose, onSplit }: Props & { one: UnknownSymbol }) {
  const t = useTranslations()
  const fields = useWeightFields(one.split ?? weights({}))
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!fields.whole) return
        onSplit(one.symbol, fields.weights)
        onClose()
      }}
    >
      <p className="text-muted">{one.name}</p>
      <WeightFieldList fields={fields} error={null} />
      <SubmitActions label={t('import.unknown.splitUse')} disabled={!fields.whole} onCancel={onClose} />
    </form>
  )
}
