import { useLocale } from 'next-intl'
import { formatQuantity, type Sign } from '@/components/values/format'
import type { Quantity as QuantityUnit } from '@/lib/core/units'

/** Shares, coins or units of a fund. Hidden together with amounts: beside a public price it would give them away. */
export function Quantity({ value, sign }: { value: QuantityUnit; sign?: Sign }) {
  const locale = useLocale()
  return (
    <span className="money whitespace-nowrap">
      <span className="amount">{formatQuantity(locale, value, sign)}</span>
    </span>
  )
}
