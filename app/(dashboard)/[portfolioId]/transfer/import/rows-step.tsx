'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { RowSum } from '@/app/(dashboard)/[portfolioId]/transfer/import/counts'
import { RowTable } from '@/app/(dashboard)/[portfolioId]/transfer/import/row-table'
import { StepFrame } from '@/app/(dashboard)/[portfolioId]/transfer/import/step-frame'
import { UnknownSymbols } from '@/app/(dashboard)/[portfolioId]/transfer/import/unknown-symbols'
import type { WizardState } from '@/app/(dashboard)/[portfolioId]/transfer/import/use-wizard'
import { Segmented } from '@/components/ui/segmented'
import { IMPORT_OUTCOMES, type ImportOutcome, type ImportPreview } from '@/lib/core/positions-import'

/** What becomes of every row; the counts add up to the files. And, once, what no class is known of. */
export function RowsStep({ wizard, preview }: { wizard: WizardState; preview: ImportPreview }) {
  const t = useTranslations('import')
  const [only, setOnly] = useState<ImportOutcome | 'all'>('all')
  const { counts, rows, files } = preview
  const present = IMPORT_OUTCOMES.filter((outcome) => counts[outcome] > 0)
  const options = [
    { value: 'all' as const, label: t('rows.all', { count: counts.rows }) },
    ...present.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`, { count: counts[outcome] }) })),
  ]
  const taken = only === 'all' || counts[only] > 0 ? only : 'all'
  return (
    <StepFrame wizard={wizard} title={t('rows.title')} description={<RowSum counts={counts} />}>
      <UnknownSymbols wizard={wizard} unknown={preview.unknown} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <div>
          <Segmented label={t('rows.filter')} options={options} value={taken} onChange={setOnly} />
        </div>
        <RowTable
          key={taken}
          label={t('rows.title')}
          rows={taken === 'all' ? rows : rows.filter(({ outcome }) => outcome === taken)}
          files={files}
        />
      </div>
    </StepFrame>
  )
}
