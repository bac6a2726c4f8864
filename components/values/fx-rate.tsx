import { useLocale } from 'next-intl'
import { formatFxRate } from '@/components/values/format'
import type { FxRate as Rate } from '@/lib/core/units'

/** What one unit of a currency is worth in another. Public, so it stays while amounts are hidden. */
export function FxRate({ value, places }: { value: Rate; places?: number }) {
  const locale = useLocale()
  return <span className="whitespace-nowrap">{formatFxRate(locale, value, places)}</span>
}
