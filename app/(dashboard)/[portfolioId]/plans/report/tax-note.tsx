import { useLocale, useTranslations } from 'next-intl'
import { formatPercent } from '@/components/values/format'
import { Money } from '@/components/values/money'
import type { PlanDocument } from '@/lib/core/plan-document'
import { bps, RATE_ONE, WHOLE } from '@/lib/core/units'

const PER_BP = RATE_ONE / BigInt(WHOLE)

/** What the estimate of the tax is made of; only where something taxable is sold. */
export function TaxNote({ document: { snapshot, policy, plan } }: { document: PlanDocument }) {
  const t = useTranslations('plans.report')
  const locale = useLocale()
  const taxable = new Set(snapshot.accounts.filter((a) => a.tax === 'taxable').map((a) => a.id))
  if (!plan.trades.some((trade) => trade.side === 'sell' && taxable.has(trade.accountId))) return null
  const { currency } = snapshot
  const { shortGain, longGain, total, unknown } = plan.tax
  return (
    <section className="grid gap-1">
      <h2 className="text-lg">{t('taxTitle')}</h2>
      <p className="max-w-prose">
        {t.rich('taxBody', {
          short: () => <Money value={shortGain} currency={currency} sign="always" />,
          long: () => <Money value={longGain} currency={currency} sign="always" />,
          total: () => <Money value={total} currency={currency} />,
          shortRate: formatPercent(locale, policy.taxRates.short),
          longRate: formatPercent(locale, policy.taxRates.long),
        })}
        {` ${t(policy.terms.netting ? 'taxNetted' : 'taxAlone')} `}
        {policy.terms.lossCredit === 0n
          ? t('lossNothing')
          : t('lossCredit', { share: formatPercent(locale, bps(Number(policy.terms.lossCredit / PER_BP))) })}
        {unknown > 0 && ` ${t('taxMissing', { count: unknown })}`}
      </p>
    </section>
  )
}
