import { useTranslations } from 'next-intl'
import { ExportMenu } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export-menu'
import { exportPage, MENU_FORMATS } from '@/app/(dashboard)/[portfolioId]/plans/export-path'
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
      <PlanStatus approvedAt={plan.approvedAt} />{' '}
      {plan.document.imported && <ImportedOn plan={plan.document.imported} />}
    </>
  )
}

function ImportedOn({ plan: { savedAt } }: { plan: { savedAt: string } }) {
  const t = useTranslations('planFiles.open')
  return (
    <span className="block text-muted">
      {t.rich('imported', { when: () => <Instant value={new Date(savedAt)} /> })}
    </span>
  )
}

export function PlanActions({ plan, listPath }: { plan: OpenPlan; listPath: string }) {
  const t = useTranslations()
  const { id, name, version } = plan
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <ExportMenu
        planId={id}
        label={t('plans.export.label')}
        forms={MENU_FORMATS.map((format) => ({ format, label: t(`exports.menu.${format}`) }))}
        preview={{ href: exportPage(plan.portfolioId, id), label: t('exports.menu.preview') }}
      />
      <PrintButton label={t('common.action.print')} />
      <PlanMenu plan={{ id, name, version }} listPath={listPath} />
    </div>
  )
}
