import { useLocale, useTranslations } from 'next-intl'
import type { StripScale } from '@/components/charts/strip-scale'
import { formatPercent, formatPoints, formatPpm } from '@/components/values/format'
import type { ClassRow } from '@/lib/core/drift'
import { bps, MILLION, WHOLE } from '@/lib/core/units'

const PER_BP = MILLION / WHOLE

/** What a strip shows, in a sentence for those who do not see it. */
export function useStripText(): (row: ClassRow) => string {
  const t = useTranslations()
  const locale = useLocale()
  return (row) => {
    const values = {
      name: t(`units.assetClass.${row.assetClass}`),
      now: row.weight === null ? t('overview.headline.none') : formatPercent(locale, row.weight),
      tightening: formatPercent(locale, row.tightening),
      postQt: formatPercent(locale, row.postQt),
    }
    if (!row.adopted || row.weight === null) return t('overview.strip.plain', values)
    const { target, band } = row.adopted
    const edge = band.side === 'above' ? band.upper : band.lower
    const beyond = bps(Math.abs(Math.round(row.weight - edge / PER_BP)))
    return t(`overview.strip.${band.side}`, {
      ...values,
      target: formatPercent(locale, target),
      lower: formatPpm(locale, band.lower),
      upper: formatPpm(locale, band.upper),
      beyond: formatPoints(locale, beyond, { sign: 'negative' }),
    })
  }
}

/** The labels of a scale's ticks. */
export const axisLabels = (locale: string, scale: StripScale): string[] =>
  scale.ticks.map((tick) => formatPercent(locale, bps(tick), { decimals: 0 }))
