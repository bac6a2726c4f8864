import { useTranslations } from 'next-intl'
import type { MoneyStyle } from '@/components/values/format'
import { type InCurrency, Money } from '@/components/values/money'
import { Points, type PointsStyle } from '@/components/values/points'
import type { Bps, Cents } from '@/lib/core/units'

const LOOK = {
  up: { mark: '▲', color: 'text-positive' },
  down: { mark: '▼', color: 'text-negative' },
  same: { mark: '', color: 'text-muted' },
} as const

function Direction({ value, children }: { value: bigint | number; children: React.ReactNode }) {
  const t = useTranslations('units.change')
  const direction = value > 0 ? 'up' : value < 0 ? 'down' : 'same'
  const { mark, color } = LOOK[direction]
  return (
    <span className={`inline-flex items-baseline justify-end gap-1 whitespace-nowrap ${color}`}>
      {children}
      <span aria-hidden className="inline-block w-3 text-center text-[0.625rem]">
        {mark}
      </span>
      <span className="sr-only">{t(direction)}</span>
    </span>
  )
}

/** A change of money: sign, arrow and a spoken word beside the colour. */
export function MoneyChange({ value, ...style }: { value: Cents } & InCurrency & Omit<MoneyStyle, 'symbol'>) {
  return (
    <Direction value={value}>
      <Money value={value} sign="always" {...style} />
    </Direction>
  )
}

/** A change of a share in percentage points: sign, arrow and a spoken word beside the colour. */
export function PointsChange({ value, ...style }: { value: Bps } & PointsStyle) {
  return (
    <Direction value={value}>
      <Points value={value} {...style} />
    </Direction>
  )
}
