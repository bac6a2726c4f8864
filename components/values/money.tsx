import { useLocale } from 'next-intl'
import { formatMoney, type MoneyStyle } from '@/components/values/format'
import type { Cents } from '@/lib/core/units'

interface Props extends MoneyStyle {
  value: Cents
  currency?: string
  className?: string
}

/** An amount of money. Its digits leave the page while amounts are hidden (globals.css). */
export function Money({ value, currency = 'USD', className = '', ...style }: Props) {
  const locale = useLocale()
  return (
    <span className={`money whitespace-nowrap ${className}`}>
      <span className="amount">{formatMoney(locale, value, currency, style)}</span>
    </span>
  )
}
