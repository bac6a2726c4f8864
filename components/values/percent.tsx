import { useLocale } from 'next-intl'
import { formatPercent, type ShareStyle } from '@/components/values/format'
import type { Bps } from '@/lib/core/units'

/** A share of a whole. */
export function Percent({ value, ...style }: { value: Bps } & ShareStyle) {
  const locale = useLocale()
  return <span className="whitespace-nowrap">{formatPercent(locale, value, style)}</span>
}
