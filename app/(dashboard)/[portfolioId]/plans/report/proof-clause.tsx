import { useTranslations } from 'next-intl'
import { centsUp } from '@/app/(dashboard)/[portfolioId]/plans/report/fine-money'
import { gapOf, standingOf } from '@/app/(dashboard)/[portfolioId]/plans/report/standing'
import { Money } from '@/components/values/money'
import type { Certificate } from '@/lib/core/plan'

/** How good the plan is, as the last words of its sentence. */
export function ProofClause({ certificate, currency }: { certificate: Certificate; currency: string }) {
  const t = useTranslations('plans.proof.clause')
  return t.rich(standingOf(certificate), {
    gap: () => <Money value={centsUp(gapOf(certificate))} currency={currency} />,
  })
}
