import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Answer } from '@/app/(dashboard)/[portfolioId]/plans/report/answer'
import { ClassTable } from '@/app/(dashboard)/[portfolioId]/plans/report/class-table'
import { IssueList } from '@/app/(dashboard)/[portfolioId]/plans/report/issue-list'
import { PlanReport } from '@/app/(dashboard)/[portfolioId]/plans/report/plan-report'
import { NothingToDo } from '@/app/(dashboard)/[portfolioId]/rebalance/nothing-to-do'
import { Notice } from '@/components/ui/notice'
import type { ComputedPlan, PlanDocument } from '@/lib/core/plan-document'

interface Props {
  /** Null when the choices cannot be read. */
  computed: ComputedPlan | null
}

/** The first line of the page: the plan in a sentence, or why there is none and what to do. */
export function PreviewAnswer({ computed, search }: Props & { search: URLSearchParams }) {
  const t = useTranslations('rebalance')
  if (!computed) {
    return (
      <Notice tone="error" title={t('faulty.title')}>
        {t('faulty.body')}
      </Notice>
    )
  }
  if (!hasPlan(computed)) {
    const count = computed.issues.filter((issue) => issue.severity === 'error').length
    return (
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <Notice tone="error" title={t('refused.title', { count })}>
          {t('refused.body')}
        </Notice>
        <IssueList issues={computed.issues} portfolioId={computed.snapshot.portfolioId} />
      </div>
    )
  }
  return hasTrades(computed) ? <Answer document={computed} /> : <NothingToDo document={computed} search={search} />
}

/** What stands behind the answer when there is a plan. `save` stands with a plan that has trades to save. */
export function PreviewBody({ computed, save }: Props & { save: ReactNode }) {
  if (!computed || !hasPlan(computed)) return null
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {hasTrades(computed) ? (
        <>
          {save}
          <PlanReport document={computed} />
        </>
      ) : (
        <>
          <IssueList issues={computed.issues} portfolioId={computed.snapshot.portfolioId} />
          <ClassTable document={computed} />
        </>
      )}
    </div>
  )
}

const hasPlan = (computed: ComputedPlan): computed is PlanDocument => computed.plan !== null
const hasTrades = ({ plan }: PlanDocument): boolean => plan.trades.length > 0
