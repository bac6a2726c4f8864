import { useLocale, useTranslations } from 'next-intl'
import { IN_BILLIONS } from '@/app/(dashboard)/[portfolioId]/policy/balance-sheet/lines'
import { useTargetRange } from '@/app/(dashboard)/[portfolioId]/policy/target-range'
import { formatBillions } from '@/components/values/figure'
import { formatDate } from '@/components/values/format'
import type { PolicyFacts } from '@/lib/core/chronology'
import type { StoredSeries } from '@/lib/core/feed-series'
import { DEFAULT_START } from '@/lib/core/thesis/claims'
import { recentAt } from '@/lib/core/thesis/known'

const NEAR = 10

/** The balance sheet since the end of QT, and the target range. */
export function SheetAnswer({ series: { WALCL }, facts }: { series: StoredSeries; facts: PolicyFacts }) {
  const t = useTranslations('policy.sheet')
  const locale = useLocale()
  const rangeOf = useTargetRange()
  const [then, now] = [recentAt(WALCL, DEFAULT_START, NEAR), WALCL?.at(-1)]
  if (!then || !now || facts.upperBound === null) return t('answerNone')
  const change = (now.value - then.value) * IN_BILLIONS
  const amount = formatBillions(locale, Math.abs(change))
  return (
    <span className="block max-w-[70rem] text-lg text-pretty text-ink">
      {t('answer', {
        level: formatBillions(locale, now.value * IN_BILLIONS),
        date: formatDate(locale, now.date),
        change: t(change < 0 ? 'down' : 'up', { amount }),
        since: formatDate(locale, then.date),
        range: rangeOf(facts.upperBound),
      })}
    </span>
  )
}
