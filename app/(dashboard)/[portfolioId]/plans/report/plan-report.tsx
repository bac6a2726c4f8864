import { useTranslations } from 'next-intl'
import { CashTable } from '@/app/(dashboard)/[portfolioId]/plans/report/cash-table'
import { ClassTable } from '@/app/(dashboard)/[portfolioId]/plans/report/class-table'
import { IssueList } from '@/app/(dashboard)/[portfolioId]/plans/report/issue-list'
import { Proof } from '@/app/(dashboard)/[portfolioId]/plans/report/proof'
import { TaxNote } from '@/app/(dashboard)/[portfolioId]/plans/report/tax-note'
import { TradeList } from '@/app/(dashboard)/[portfolioId]/plans/report/trade-list'
import { Section } from '@/components/ui/card'
import type { PlanDocument } from '@/lib/core/plan-document'

/**
 * A plan with trades, from its document alone: the preview and the saved plan are the same to read. Its answer
 * stands above it.
 */
export function PlanReport({ document }: { document: PlanDocument }) {
  const t = useTranslations('plans.report')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <IssueList
        issues={document.issues}
        portfolioId={document.snapshot.portfolioId}
        currency={document.snapshot.currency}
      />
      <Section title={t('classes')}>
        <ClassTable document={document} />
      </Section>
      <Section title={t('trades')} description={t('tradesHint')}>
        <TradeList document={document} />
      </Section>
      <Section title={t('cash')} description={t(document.plan.costs === 0n ? 'cashHint' : 'cashHintCosts')}>
        <CashTable document={document} />
      </Section>
      <TaxNote document={document} />
      <Proof document={document} />
      <p className="max-w-prose text-muted">{t('notAdvice')}</p>
    </div>
  )
}
