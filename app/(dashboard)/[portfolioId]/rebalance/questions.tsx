import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, Suspense } from 'react'
import { type Place, type View, withView } from '@/app/(dashboard)/[portfolioId]/rebalance/address'
import { CurveAnswer } from '@/app/(dashboard)/[portfolioId]/rebalance/curve-answer'
import { DepositAnswer } from '@/app/(dashboard)/[portfolioId]/rebalance/deposit-answer'
import { RegimeAnswer } from '@/app/(dashboard)/[portfolioId]/rebalance/regime-answer'
import type { ComputedPlan } from '@/lib/core/plan-document'

interface Props {
  computed: ComputedPlan
  place: Place
}

/** Questions beside the plan. The deposit is known at once; the others are computed when they are opened, after the plan is shown. */
export function Questions({ computed, place }: Props) {
  const t = useTranslations('rebalance.questions')
  return (
    <section
      aria-label={t('label')}
      className="divide-y divide-line rounded-lg border border-line bg-surface print:hidden"
    >
      <details>
        <summary className="rounded-lg px-4 py-2 font-semibold">{t('deposit')}</summary>
        <div className="px-4 pb-3">
          <DepositAnswer computed={computed} place={place} />
        </div>
      </details>
      <Question view="regimes" place={place}>
        <RegimeAnswer computed={computed} />
      </Question>
      <Question view="curve" place={place}>
        <CurveAnswer computed={computed} place={place} />
      </Question>
    </section>
  )
}

function Question({ view, place, children }: { view: View; place: Place; children: ReactNode }) {
  const t = useTranslations('rebalance.questions')
  const open = place.views.includes(view)
  return (
    <div>
      <Link
        href={withView(place, view, !open)}
        scroll={false}
        prefetch={false}
        replace
        // The mark of a fold, as its neighbour has it.
        className={`list-item list-inside rounded-lg px-4 py-2 font-semibold ${open ? 'list-[disclosure-open]' : 'list-[disclosure-closed]'}`}
      >
        {t(view)} <span className="sr-only">{t(open ? 'close' : 'open')}</span>
      </Link>
      {open && (
        <div className="px-4 pb-3">
          <Suspense key={JSON.stringify(place.text)} fallback={<p className="text-muted">{t('pending')}</p>}>
            {children}
          </Suspense>
        </div>
      )}
    </div>
  )
}
