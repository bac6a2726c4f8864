import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatPercent } from '@/components/values/format'
import type { RegimePosition } from '@/lib/core/drift'
import { bps, WHOLE } from '@/lib/core/units'

/** An amount inside a sentence; it is hidden like any other. */
export const money = (chunks: ReactNode) => (
  <span className="money whitespace-nowrap">
    <span className="amount">{chunks}</span>
  </span>
)

/** Where a position lies, in words: between the regimes, before the first or past the second. */
export function usePositionText(): (position: RegimePosition) => string {
  const t = useTranslations('overview.position')
  const locale = useLocale()
  const percent = (value: number) => formatPercent(locale, bps(value), { decimals: 0 })
  return ({ along }) => {
    if (along < 0) return t('before', { beyond: percent(-along) })
    if (along > WHOLE) return t('past', { beyond: percent(along - WHOLE) })
    return t('between', { along: percent(along) })
  }
}
