import { useLocale, useTranslations } from 'next-intl'
import { formatFine } from '@/app/(dashboard)/[portfolioId]/plans/report/fine-money'
import { formatMoney } from '@/components/values/format'
import type { ConstraintPrice } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { Holding } from '@/lib/core/portfolio'
import { cents } from '@/lib/core/units'

const ONE_UNIT = cents(100n)

/** What one unit of money of room in each limit would be worth; nothing when no limit costs anything. */
export function LimitPrices({ document: { snapshot, plan } }: { document: PlanDocument }) {
  const t = useTranslations('plans.limits')
  const locale = useLocale()
  const { prices } = plan.certificate
  if (prices.length === 0) return null
  const one = formatMoney(locale, ONE_UNIT, snapshot.currency, { precision: 'whole' })
  const sentence = ({ constraint, worth }: ConstraintPrice) => {
    const value = formatFine(locale, worth, snapshot.currency)
    if (constraint.kind === 'turnover') return t('turnover', { one, value })
    if (constraint.kind === 'cash') {
      const name = snapshot.accounts.find((a) => a.id === constraint.accountId)?.name ?? ''
      return t('cash', { one, name, value })
    }
    const holding = snapshot.holdings.find((h) => h.id === constraint.holdingId)
    return holding && t(ruleOf(holding), { one, name: holding.symbol, value })
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
