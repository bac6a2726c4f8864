import { useLocale, useTranslations } from 'next-intl'
import { formatPoints, type ShareStyle } from '@/components/values/format'
import type { Bps } from '@/lib/core/units'

export interface PointsStyle extends ShareStyle {
  /** False in a column whose head names the unit. */
  unit?: boolean
}

/** A difference of two shares, in percentage points, with its sign. */
export function Points({ value, unit = true, ...style }: { value: Bps } & PointsStyle) {
  const locale = useLocale()
  const t = useTranslations('units')
  const text = formatPoints(locale, value, style)
  return <span className="whitespace-nowrap">{unit ? t('points', { value: text }) : text}</span>
}
