import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { type Place, withChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/address'
import { CurveFigure } from '@/app/(dashboard)/[portfolioId]/rebalance/curve-figure'
import type { ComputedPlan } from '@/lib/core/plan-document'
import { findCurve, noTradeoff } from '@/lib/flows/answer-questions'

/** Distance from the target against tax, or why there is nothing to trade off. */
export async function CurveAnswer({ computed, place }: { computed: ComputedPlan; place: Place }) {
  const t = await getTranslations('rebalance.curve')
  const none = noTradeoff(computed.snapshot, computed.policy)
  if (none) {
    return (
      <p className="max-w-prose">
        {t(none)}{' '}
        {none === 'noSales' && (
          <Link
            href={withChoices(place, { mode: 'full' })}
            scroll={false}
            prefetch={false}
            className="font-semibold text-accent underline-offset-2 hover:underline"
          >
            {t('allowSales')}
          </Link>
        )}
      </p>
    )
  }
  const points = await findCurve(computed)
  if (!computed.plan || points.length < 2) return <p className="max-w-prose">{t('single')}</p>
  return <CurveFigure points={points} plan={computed.plan} place={place} currency={computed.snapshot.currency} />
}
