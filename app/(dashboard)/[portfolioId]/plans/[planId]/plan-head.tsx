import { useTranslations } from 'next-intl'
import { ExportMenu } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export-menu'
import { PlanMenu } from '@/app/(dashboard)/[portfolioId]/plans/plan-menu'
import { PlanStatus } from '@/app/(dashboard)/[portfolioId]/plans/plan-status'
import { PrintButton } from '@/app/(dashboard)/[portfolioId]/plans/report/print-button'
import { CalendarDate, Instant } from '@/components/values/date'
import type { OpenPlan } from '@/lib/flows/open-plan'

/** When the plan was saved, for which day it was computed, and whether it is approved. */
export function SavedOn({ plan }: { plan: OpenPlan }) {
  const t = useTranslations('plans')
  return (
    <>
      {t.rich('savedOn', {
        when: () => <Instant value={plan.createdAt} />,
        date: () => <CalendarDate value={plan.document.policy.asOf} />,
      })}{' '}
      <PlanStatus approvedAt={plan.approvedAt} />
    </>
  )
}

export function PlanActions({ plan: { id, name, version }, listPath }: { plan: OpenPlan; listPath: string }) {
  const t = useTranslations('common.action')
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <ExportMenu planId={id} />
      <PrintButton label={t('print')} />
      <PlanMenu plan={{ id, name, version }} listPath={listPath} />
    </div>
  )
}
