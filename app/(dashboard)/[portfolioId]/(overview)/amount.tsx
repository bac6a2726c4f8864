import { useLocale } from 'next-intl'
import { Td } from '@/components/ui/table'
import { formatPoints } from '@/components/values/format'
import { Money } from '@/components/values/money'
import type { Bps, Cents } from '@/lib/core/units'

/** Money in a column whose head names the currency; a change always has its sign. Empty where there is none to show. */
export function Amount({ value, change = false }: { value: Cents | null; change?: boolean }) {
  return (
    <Td numeric>
      {value !== null && <Money value={value} symbol={false} {...(change ? { sign: 'always' as const } : {})} />}
    </Td>
  )
}

/** A difference in percentage points, in a column whose head names the unit. */
export function PointsOnly({ value }: { value: Bps }) {
  return <span className="whitespace-nowrap">{formatPoints(useLocale(), value)}</span>
}
