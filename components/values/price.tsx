import { useLocale } from 'next-intl'
import { formatPrice } from '@/components/values/format'
import type { UnitPrice } from '@/lib/core/units'

/** Money per unit. A market price is public, so it stays while amounts are hidden. */
export function Price({ value, currency = 'USD' }: { value: UnitPrice; currency?: string }) {
  const locale = useLocale()
  return <span className="whitespace-nowrap">{formatPrice(locale, value, currency)}</span>
}
