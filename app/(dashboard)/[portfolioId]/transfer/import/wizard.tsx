'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AccountsStep } from '@/app/(dashboard)/[portfolioId]/transfer/import/accounts-step'
import { DoneStep } from '@/app/(dashboard)/[portfolioId]/transfer/import/done-step'
import { FilesStep } from '@/app/(dashboard)/[portfolioId]/transfer/import/files-step'
import { ReviewStep } from '@/app/(dashboard)/[portfolioId]/transfer/import/review-step'
import { RowsStep } from '@/app/(dashboard)/[portfolioId]/transfer/import/rows-step'
import { StepLine } from '@/app/(dashboard)/[portfolioId]/transfer/import/step-line'
import { useLeaveWarning } from '@/app/(dashboard)/[portfolioId]/transfer/import/use-leave-warning'
import { type Step, useWizard, type WizardState } from '@/app/(dashboard)/[portfolioId]/transfer/import/use-wizard'
import { PageHead } from '@/components/ui/card'
import type { MoneyCurrency } from '@/lib/core/currency'
import type { IsoDate } from '@/lib/core/units'

/** An account of the portfolio that rows may go into. */
export interface NamedAccount {
  id: string
  name: string
  currency: MoneyCurrency
}

export interface WizardProps {
  portfolioId: string
  accounts: NamedAccount[]
  /** Ids of the formats that are recognised by themselves. */
  formats: string[]
  asOf: IsoDate
}

/** Files → accounts → rows → review → done. What the server said of the files stands in `preview`; nothing is stored before the last step. */
export function Wizard(props: WizardProps) {
  const t = useTranslations('import.wizard')
  const wizard = useWizard(props.portfolioId)
  useLeaveWarning(wizard.files.length > 0 && wizard.step !== 'done', t('leave'))
  return (
    <>
      <PageHead title={t('title')} answer={t('answer')} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <StepLine wizard={wizard} />
        {partOf(wizard.step, wizard, props)}
      </div>
    </>
  )
}

function partOf(step: Step, wizard: WizardState, props: WizardProps): ReactNode {
  if (step === 'files') return <FilesStep wizard={wizard} {...props} />
  if (step === 'done') return wizard.done && <DoneStep wizard={wizard} done={wizard.done} {...props} />
  if (!wizard.preview) return null
  const rest = { wizard, preview: wizard.preview, ...props }
  if (step === 'accounts') return <AccountsStep {...rest} />
  return step === 'rows' ? <RowsStep {...rest} /> : <ReviewStep {...rest} />
}
