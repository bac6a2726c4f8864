'use client'

import { useTranslations } from 'next-intl'
import { isLimit } from '@/app/(dashboard)/[portfolioId]/transfer/import/file-limits'
import { ProgressLine } from '@/app/(dashboard)/[portfolioId]/transfer/import/progress-line'
import type { WizardState } from '@/app/(dashboard)/[portfolioId]/transfer/import/use-wizard'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** What is on its way, what failed and what was kept, what moved meanwhile. */
export function WizardNotices({ wizard: { fault, moved, pending, progress, retry } }: { wizard: WizardState }) {
  const t = useTranslations()
  return (
    <>
      {fault && (
        <Notice
          tone="error"
          live
          action={!isLimit(fault) && <Button onClick={retry}>{t('common.action.retry')}</Button>}
        >
          {t(`import.fault.${fault}`)}
        </Notice>
      )}
      {moved && (
        <Notice tone="warning" live>
          {t('import.wizard.moved')}
        </Notice>
      )}
      {pending && progress && <ProgressLine progress={progress} />}
    </>
  )
}
