import { useLocale, useTranslations } from 'next-intl'
import { formatFigure } from '@/components/values/figure'

/** Percent: the lower bound lies so far below the upper one. */
export const QUARTER_POINT = 0.25

/** The target range by its upper bound, percent. */
export function useTargetRange(): (upper: number) => string {
  const t = useTranslations('policy.facts')
  const locale = useLocale()
  const percent = (value: number) => formatFigure(locale, value, { digits: 2 })
  return (upper) => t('range', { low: percent(upper - QUARTER_POINT), high: percent(upper) })
}
