import { useTranslations } from 'next-intl'
import { useOriginName } from '@/app/(dashboard)/[portfolioId]/targets/origin-name'
import { Instant } from '@/components/values/date'
import { Percent } from '@/components/values/percent'
import { measureDrift } from '@/lib/core/drift'
import type { Adoption } from '@/lib/core/targets'
import type { Breakdown } from '@/lib/core/valuation'

/** The answer of the page in a sentence: the target in force, since when, and how far the portfolio is from it. */
export function TargetAnswer({ inForce, basis }: { inForce: Adoption | null; basis: Breakdown }) {
  const t = useTranslations('targets.answer')
  const nameOf = useOriginName()
  if (!inForce) return t('none')
  const drift = measureDrift(basis, inForce.weights)
  return (
    <>
      {t.rich('inForce', {
        origin: nameOf(inForce.origin),
        date: () => <Instant key="date" value={inForce.adoptedAt} shows="date" />,
      })}{' '}
      {drift !== null && t.rich('drift', { drift: () => <Percent key="drift" value={drift} /> })}
    </>
  )
}
