import { useLocale, useTranslations } from 'next-intl'
import { ProofClause } from '@/app/(dashboard)/[portfolioId]/plans/report/proof-clause'
import { Explain } from '@/components/ui/explain'
import { formatPercent } from '@/components/values/format'
import { Money } from '@/components/values/money'
import { reconcileCash } from '@/lib/core/cash-reconciliation'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { Bps } from '@/lib/core/units'

/** The plan in one sentence: what moves, what that does to the drift, what it may cost, what is left, and how good it is. */
export function Answer({ document: { snapshot, policy, plan } }: { document: PlanDocument }) {
  const t = useTranslations('plans.report')
  const locale = useLocale()
  const { currency } = snapshot
  const drift = (value: Bps | null) => (value === null ? '–' : formatPercent(locale, value, { decimals: 1 }))
  const values = {
    count: plan.trades.length,
    before: drift(plan.driftBefore),
    after: drift(plan.driftAfter),
    turnover: () => <Money value={plan.turnover} currency={currency} />,
    tax: () => <Money value={plan.tax.total} currency={currency} />,
    costs: () =>
      plan.costs !== 0n && (
        <span>{t.rich('answerCosts', { money: () => <Money value={plan.costs} currency={currency} /> })}</span>
      ),
    cash: () => <Money value={reconcileCash(snapshot, policy, plan).total.free} currency={currency} />,
    proof: () => <ProofClause certificate={plan.certificate} currency={currency} />,
  }
  return (
    // The formula opens as a block, which a paragraph could not hold.
    <div className="text-lg font-semibold">
      {plan.tax.unknown === 0
        ? t.rich('answer', values)
        : t.rich('answerTaxUnknown', { ...values, unknown: plan.tax.unknown })}{' '}
      <Explain label={t('driftHelp')}>{t('driftFormula')}</Explain>
    </div>
  )
}
