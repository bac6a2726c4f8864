import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ApprovePlan } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/approve-plan'
import { PlanActions, SavedOn } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/plan-head'
import { StagesCard } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/stages-card'
import { Answer } from '@/app/(dashboard)/[portfolioId]/plans/report/answer'
import { Inputs } from '@/app/(dashboard)/[portfolioId]/plans/report/inputs'
import { PlanReport } from '@/app/(dashboard)/[portfolioId]/plans/report/plan-report'
import { PageHead } from '@/components/ui/card'
import { requireUser } from '@/lib/auth/session'
import { openPlan } from '@/lib/flows/open-plan'
import { ClientMessages } from '@/lib/i18n/client-messages'

interface Props {
  params: Promise<{ portfolioId: string; planId: string }>
}

/** Black on white: paper has no theme, and a printer may have no colours. */
const ON_PAPER =
  'print:[&_section]:overflow-visible print:[&_td]:px-1 print:[&_th]:px-1 ' +
  'print:text-sm print:[--color-accent:#000] print:[--color-ink:#000] print:[--color-line:#999] print:[--color-muted:#000] ' +
  'print:[--color-negative:#000] print:[--color-positive:#000] print:[--color-sunken:#fff] print:[--color-surface:#fff]'

/** Title and page ask for the same plan; it is read once per request. */
const planOf = cache(openPlan)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const plan = await planOf((await requireUser()).id, (await params).planId)
  return { title: plan?.name ?? (await getTranslations('plans'))('title') }
}

export default async function PlanPage({ params }: Props) {
  const { portfolioId, planId } = await params
  const user = await requireUser()
  const plan = await planOf(user.id, planId)
  if (plan?.portfolioId !== portfolioId) notFound()
  const t = await getTranslations('plans')
  const listPath = `/${portfolioId}/plans`
  return (
    <ClientMessages only={['plans']}>
      <div className={`grid grid-cols-[minmax(0,1fr)] gap-4 ${ON_PAPER}`}>
        <Link href={listPath} className="w-fit text-accent underline-offset-2 hover:underline print:hidden">
          {t('back')}
        </Link>
        <PageHead
          title={<span className="[overflow-wrap:anywhere]">{plan.name}</span>}
          answer={<SavedOn plan={plan} />}
          actions={<PlanActions plan={plan} listPath={listPath} />}
        />
        <Answer document={plan.document} />
        {!plan.approvedAt && (
          <ApprovePlan
            id={plan.id}
            newPlanPath={`/${portfolioId}/rebalance`}
            currency={plan.document.snapshot.currency}
          />
        )}
        <PlanReport document={plan.document} />
        <StagesCard plan={plan} />
        <Inputs document={plan.document} />
      </div>
    </ClientMessages>
  )
}
