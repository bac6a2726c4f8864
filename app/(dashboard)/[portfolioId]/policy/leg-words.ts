import { useLocale, useTranslations } from 'next-intl'
import { formatFigure } from '@/components/values/figure'
import type { Leg } from '@/lib/core/regime'

const UNITS = {
  bs: 'percentAYear',
  rate: 'basisPoints',
  exp: 'basisPoints',
  res: 'percentOfBalanceSheet',
  fund: 'basisPoints',
} as const satisfies Record<Leg, string>

/** Readings of basis points have no digit after the point: their thresholds are tens of them. */
const DIGITS: Record<Leg, number> = { bs: 1, rate: 0, exp: 0, res: 1, fund: 0 }

/** A raw reading of a measure with its sign and unit. */
export function useLegValue(): (leg: Leg, raw: number) => string {
  const t = useTranslations('policy.unit')
  const locale = useLocale()
  return (leg, raw) => t(UNITS[leg], { value: formatFigure(locale, raw, { digits: DIGITS[leg], signed: true }) })
}
