import { useLocale, useTranslations } from 'next-intl'
import { formatBillions, formatFigure } from '@/components/values/figure'
import type { FigureUnit } from '@/lib/core/thesis/figure'

type Unit = Exclude<FigureUnit, 'date'> | 'percentOfBalanceSheet' | 'percentagePoints'

const DIGITS: Record<Exclude<Unit, `billions${string}` | `thousands${string}` | 'basisPoints'>, number> = {
  percent: 2,
  percentAYear: 1,
  percentOfBalanceSheet: 1,
  percentagePoints: 2,
  index: 1,
  months: 0,
  count: 0,
}
const THOUSAND = 1_000

/** A figure of the public record with its unit, in the words of the catalogue `thesis`. */
export function useFigureText(): (value: number, unit: Unit, style?: { digits?: number; signed?: boolean }) => string {
  const t = useTranslations('thesis.unit')
  const policy = useTranslations('policy.unit')
  const locale = useLocale()
  return (value, unit, { digits, signed = false } = {}) => {
    switch (unit) {
      case 'billions':
      case 'billionsAMonth':
        return t(unit, { value: formatBillions(locale, value, { signed }) })
      case 'thousandsAMonth':
      case 'thousandsAYear':
        return t(unit, { value: formatFigure(locale, value * THOUSAND, { digits: 0, signed }) })
      case 'thousands':
        return t('count', { value: formatFigure(locale, value * THOUSAND, { digits: 0, signed }) })
      case 'basisPoints':
        return policy('basisPoints', { value: formatFigure(locale, value, { digits: 0, signed }) })
      default:
        return t(unit, { value: formatFigure(locale, value, { digits: digits ?? DIGITS[unit], signed }) })
    }
  }
}
