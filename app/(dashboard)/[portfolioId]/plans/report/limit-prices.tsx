import { useLocale, useTranslations } from 'next-intl'
import { formatFine } from '@/app/(dashboard)/[portfolioId]/plans/report/fine-money'
import type { ConstraintPrice } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { Holding } from '@/lib/core/portfolio'

/** What one dollar of room in each limit would be worth; nothing when no limit costs anything. */
export function LimitPrices({ document: { snapshot, plan } }: { document: PlanDocument }) {
  const t = useTranslations('plans.limits')
  const locale = useLocale()
  const { prices } = plan.certificate
  if (prices.length === 0) return null
  const sentence = ({ constraint, worth }: ConstraintPrice) => {
    const value = formatFine(locale, worth)
    if (constraint.kind === 'turnover') return t('turnover', { value })
    if (constraint.kind === 'cash') {
      const name = snapshot.accounts.find((a) => a.id === constraint.accountId)?.name ?? ''
      return t('cash', { name, value })
    }
    const holding = snapshot.holdings.find((h) => h.id === constraint.holdingId)
    return holding && t(ruleOf(holding), { name: holding.symbol, value })
  }
  return (
    <details>
      <summary className="rounded-lg px-4 py-2 font-semibold">{t('title', { count: prices.length })}</summary>
      <div className="grid gap-2 px-4 pb-3">
        <ul className="list-disc pl-5">
          {prices.map((price) => (
            <li key={JSON.stringify(price.constraint)}>{sentence(price)}</li>
          ))}
        </ul>
        <p className="max-w-prose text-sm text-muted">{t('hint')}</p>
      </div>
    </details>
  )
}

const ruleOf = ({ locked, noBuy }: Holding): 'locked' | 'noBuy' | 'noSell' =>
  locked ? 'locked' : noBuy ? 'noBuy' : 'noSell'
