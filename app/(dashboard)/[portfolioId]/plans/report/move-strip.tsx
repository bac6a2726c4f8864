import { useLocale, useTranslations } from 'next-intl'
import type { MoveRow } from '@/app/(dashboard)/[portfolioId]/plans/report/class-moves'
import { classColor } from '@/components/charts/class-color'
import { formatPercent } from '@/components/values/format'
import { bps } from '@/lib/core/units'

/** The ends of a strip, in basis points. */
export interface Scale {
  from: number
  to: number
}

/** One class on its way: a ring before, a dot after, the target as a tick with its band shaded. The same scale in every row. */
export function MoveStrip({ name, row, scale }: { name: string; row: MoveRow; scale: Scale }) {
  const t = useTranslations('plans.report')
  const locale = useLocale()
  if (!row.band) return null
  const percent = (value: number) => formatPercent(locale, bps(Math.round(value)), { decimals: 1 })
  const at = (value: number) => `${(((value - scale.from) / (scale.to - scale.from)) * 100).toFixed(3)}%`
  const { target, lower, upper } = row.band
  const color = classColor(row.bucket)
  const text = t('stripText', {
    name,
    before: percent(row.before),
    after: percent(row.after),
    target: percent(target),
    lower: percent(lower),
    upper: percent(upper),
  })
  return (
    // The frame keeps marks at the very ends inside.
    <svg role="img" aria-label={text} className="mx-1.5 h-5 w-[calc(100%-0.75rem)] overflow-visible">
      <line x1="0%" x2="100%" y1="10" y2="10" stroke="var(--color-line)" />
      <rect x={at(lower)} width={at(scale.from + upper - lower)} y="4" height="12" rx="2" fill="var(--color-band)" />
      <line x1={at(target)} x2={at(target)} y1="2" y2="18" stroke="var(--color-ink)" strokeWidth="2" />
      <line x1={at(row.before)} x2={at(row.after)} y1="10" y2="10" stroke={color} strokeWidth="2" />
      <circle cx={at(row.before)} cy="10" r="4" fill="var(--color-surface)" stroke={color} strokeWidth="2" />
      <circle cx={at(row.after)} cy="10" r="4.5" fill={color} stroke="var(--color-surface)" />
    </svg>
  )
}
