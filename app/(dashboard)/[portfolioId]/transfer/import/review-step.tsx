'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { CostChoice, type CostDraft, costOf } from '@/app/(dashboard)/[portfolioId]/transfer/import/cost-choice'
import { ChangeWords, changeCount, RowSum } from '@/app/(dashboard)/[portfolioId]/transfer/import/counts'
import { GoneList } from '@/app/(dashboard)/[portfolioId]/transfer/import/gone-list'
import { RowTable } from '@/app/(dashboard)/[portfolioId]/transfer/import/row-table'
import { StepFrame } from '@/app/(dashboard)/[portfolioId]/transfer/import/step-frame'
import { TotalsTable } from '@/app/(dashboard)/[portfolioId]/transfer/import/totals-table'
import type { WizardState } from '@/app/(dashboard)/[portfolioId]/transfer/import/use-wizard'
import type { NamedAccount } from '@/app/(dashboard)/[portfolioId]/transfer/import/wizard'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card, Section } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import type { ImportPreview } from '@/lib/core/positions-import'
import type { IsoDate } from '@/lib/core/units'

interface Props {
  wizard: WizardState
  preview: ImportPreview
  portfolioId: string
  accounts: NamedAccount[]
  asOf: IsoDate
}

/** What the import will do, what is left to decide, and the one button that does it. */
export function ReviewStep({ wizard, preview, portfolioId, accounts, asOf }: Props) {
  const t = useTranslations('import')
  const { choices, choose } = wizard
  const [draft, setDraft] = useState<CostDraft>(() => draftOf(choices.cost))
  const cost = costOf(draft, asOf)
  const decide = (next: CostDraft) => {
    setDraft(next)
    const decided = costOf(next, asOf)
    if (decided) choose({ cost: decided })
  }
  const count = changeCount(preview.changes)
  const differs = preview.rows.filter(({ effect }) => effect !== null && effect !== 'same')
  return (
    <StepFrame
      wizard={wizard}
      title={t('review.title')}
      description={<RowSum counts={preview.counts} />}
      action={
        count === 0 && wizard.ready ? (
          <ButtonLink href={`/${portfolioId}/holdings`}>{t('done.holdings')}</ButtonLink>
        ) : (
          <ImportButton wizard={wizard} count={count} blocked={cost === null} />
        )
      }
    >
      <Card className="grid gap-2">
        <h3 className="font-semibold">{t('review.changes')}</h3>
        <ChangeWords changes={preview.changes} />
      </Card>
      {count === 0 && wizard.ready && <Notice live>{t('review.nothing')}</Notice>}
      <GoneList
        gone={preview.gone}
        accounts={accounts}
        removed={choices.remove}
        onRemove={(remove) => choose({ remove })}
      />
      <CostChoice draft={draft} onDraft={decide} asOf={asOf} />
      <TotalsTable preview={preview} />
      {differs.length > 0 && (
        <Section title={t('review.diff')}>
          <RowTable label={t('review.diff')} rows={differs} files={preview.files} />
        </Section>
      )}
    </StepFrame>
  )
}

const draftOf = (cost: WizardState['choices']['cost']): CostDraft =>
  cost.kind === 'oneLot' ? { kind: 'oneLot', date: cost.acquired } : { kind: 'leave', date: '' }

function ImportButton({ wizard, count, blocked }: { wizard: WizardState; count: number; blocked: boolean }) {
  const t = useTranslations('import.review')
  const storing = wizard.progress?.phase === 'store'
  return (
    <Button
      variant="primary"
      disabled={!wizard.ready || blocked || count === 0}
      aria-busy={wizard.pending}
      onClick={wizard.store}
    >
      {storing ? t('importing') : t('import', { count })}
    </Button>
  )
}
