import { useLocale } from 'next-intl'
import { formatPrice } from '@/components/values/format'
import type { UnitPrice } from '@/lib/core/units'

/** A converted price is shown with so many digits after the point; its exact value follows from the rate beside it. */
export const CONVERTED_PLACES = 4

/** Money per unit; without a currency where the row says it. A market price is public, so it stays while amounts are hidden. */
export function Price({ value, currency, places }: { value: UnitPrice; currency: string | null; places?: number }) {
  const locale = useLocale()
  return <span className="whitespace-nowrap">{formatPrice(locale, value, currency, places)}</span>
}
