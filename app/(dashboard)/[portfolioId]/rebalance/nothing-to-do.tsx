import { useLocale, useTranslations } from 'next-intl'
import { type Place, withChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/address'
import { ButtonLink } from '@/components/ui/button'
import { formatPercent } from '@/components/values/format'
import type { PlanDocument } from '@/lib/core/plan-document'

/** A plan without trades: because all is well, or because the choices allow none. The difference is said, and the way on. */
export function NothingToDo({ document, place }: { document: PlanDocument; place: Place }) {
  const t = useTranslations('rebalance.still')
  const locale = useLocale()
  const { plan, policy, issues } = document
  const inside = !issues.some((issue) => issue.code === 'plan.outsideBand')
  const why = inside ? 'inside' : policy.mode === 'full' ? 'other' : 'buyOnly'
  const drift = plan.driftAfter === null ? '–' : formatPercent(locale, plan.driftAfter, { decimals: 1 })
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-lg font-semibold">{t(why)}</p>
      <p className="max-w-prose text-muted">{t(`${why}Body`, { drift })}</p>
      {why === 'buyOnly' && <ButtonLink href={withChoices(place, { mode: 'full' })}>{t('allowSales')}</ButtonLink>}
    </div>
  )
}
