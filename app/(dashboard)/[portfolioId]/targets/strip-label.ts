import { useLocale, useTranslations } from 'next-intl'
import { formatPercent, formatPpm } from '@/components/values/format'
import type { ClassRow } from '@/lib/core/drift'
import { ppm } from '@/lib/core/units'

/** What a regime strip shows, as a sentence. */
export function useStripLabel(): (row: ClassRow) => string {
  const t = useTranslations('targets.table')
  const units = useTranslations('units.assetClass')
  const locale = useLocale()
  return ({ assetClass, weight, tightening, postQt, adopted }) =>
    t('stripLabel', {
      class: units(assetClass),
      now: weight === null ? t('unknown') : formatPercent(locale, weight),
      tightening: formatPercent(locale, tightening),
      postQt: formatPercent(locale, postQt),
      target: formatPercent(locale, adopted?.target ?? tightening),
      lower: formatPpm(locale, adopted?.band.lower ?? ppm(0)),
      upper: formatPpm(locale, adopted?.band.upper ?? ppm(0)),
    })
}
