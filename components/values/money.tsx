import { useLocale } from 'next-intl'
import { formatMoney, type MoneyStyle } from '@/components/values/format'
import type { Cents } from '@/lib/core/units'

/** Money says what it is in, unless the head of its column does. */
export type InCurrency = { currency: string; symbol?: boolean } | { currency?: string; symbol: false }

type Props = Omit<MoneyStyle, 'symbol'> & InCurrency & { value: Cents; className?: string }

/** An amount of money. Its digits leave the page while amounts are hidden (globals.css). */
export function Money({ value, currency = '', className = '', ...style }: Props) {
  const locale = useLocale()
  return (
    <span className={`money whitespace-nowrap ${className}`}>
      <span className="amount">{formatMoney(locale, value, currency, style)}</span>
    </span>
  )
}
