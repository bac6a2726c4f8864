import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Answer } from '@/app/(dashboard)/[portfolioId]/plans/report/answer'
import { ClassTable } from '@/app/(dashboard)/[portfolioId]/plans/report/class-table'
import { IssueList } from '@/app/(dashboard)/[portfolioId]/plans/report/issue-list'
import { PlanReport } from '@/app/(dashboard)/[portfolioId]/plans/report/plan-report'
import { Proof } from '@/app/(dashboard)/[portfolioId]/plans/report/proof'
import { type Place, withChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/address'
import { NothingToDo } from '@/app/(dashboard)/[portfolioId]/rebalance/nothing-to-do'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { ComputedPlan, PlanDocument } from '@/lib/core/plan-document'

interface AnswerProps {
  /** Null when the choices cannot be read. */
  computed: ComputedPlan | null
  place: Place
}

/** The first line of the page: the plan in a sentence, or why there is none and what to do. */
export function PreviewAnswer({ computed, place }: AnswerProps) {
  const t = useTranslations('rebalance')
  if (!computed) {
    return (
      <Notice tone="error" title={t('faulty.title')}>
        {t('faulty.body')}
      </Notice>
    )
  }
  if (!hasPlan(computed)) return <Refused computed={computed} place={place} />
  return hasTrades(computed) ? <Answer document={computed} /> : <NothingToDo document={computed} place={place} />
}

/** No plan: the input has to be put right, or no trades can do what is asked. Either way each thing is named. */
function Refused({ computed: { issues, policy, snapshot }, place }: { computed: ComputedPlan; place: Place }) {
  const t = useTranslations('rebalance')
  const errors = issues.filter((issue) => issue.severity === 'error')
  const infeasible = errors.every((issue) => issue.code === 'cash.short')
  const maySell = policy.mode === 'full'
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <Notice
        tone="error"
        title={infeasible ? t('infeasible.title') : t('refused.title', { count: errors.length })}
        action={
          infeasible &&
          !maySell && <ButtonLink href={withChoices(place, { mode: 'full' })}>{t('still.allowSales')}</ButtonLink>
        }
      >
        {t(infeasible ? 'infeasible.body' : 'refused.body')}
      </Notice>
      <IssueList issues={issues} portfolioId={snapshot.portfolioId} currency={snapshot.currency} />
    </div>
  )
}

interface BodyProps {
  computed: ComputedPlan
  /** Stands with a plan that has trades to save. */
  save: ReactNode
  /** Against the choices before the last change. */
  difference: ReactNode
  questions: ReactNode
}

/** What stands behind the answer when there is a plan. */
export function PreviewBody({ computed, save, difference, questions }: BodyProps) {
  if (!hasPlan(computed)) return <div className="grid grid-cols-[minmax(0,1fr)] gap-6">{difference}</div>
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {difference}
      {hasTrades(computed) ? (
        <>
          {save}
          {questions}
          <PlanReport document={computed} />
        </>
      ) : (
        <>
          <IssueList
            issues={computed.issues}
            portfolioId={computed.snapshot.portfolioId}
            currency={computed.snapshot.currency}
          />
          <ClassTable document={computed} />
          {questions}
          <Proof document={computed} />
        </>
      )}
    </div>
  )
}

const hasPlan = (computed: ComputedPlan): computed is PlanDocument => computed.plan !== null
const hasTrades = ({ plan }: PlanDocument): boolean => plan.trades.length > 0
