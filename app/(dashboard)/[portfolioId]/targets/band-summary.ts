import { useLocale, useTranslations } from 'next-intl'
import { sameBand } from '@/app/(dashboard)/[portfolioId]/targets/band-text'
import { formatPercent, formatPoints } from '@/components/values/format'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import type { Band, Bands, Destination } from '@/lib/core/targets'
import { bps } from '@/lib/core/units'

/** Says a band's rule with its figure. */
export function useBandName(): (band: Band) => string {
  const t = useTranslations('targets.bands.name')
  const locale = useLocale()
  return (band) => {
    switch (band.rule) {
      case 'fiveTwentyFive':
        return t('fiveTwentyFive')
      case 'absolute':
        return t('absolute', { width: formatPoints(locale, band.halfWidth, { sign: 'negative' }) })
      case 'relative':
        return t('relative', { percent: formatPercent(locale, bps(band.percent * 100), { decimals: 0 }) })
    }
  }
}

/** Says all six bands in a line: one rule for all, or that they differ; with a destination also where a class is led back to. */
export function useBandSummary(): (bands: Bands, destination?: Destination) => string {
  const t = useTranslations('targets.bands')
  const units = useTranslations('units.destination')
  const name = useBandName()
  return (bands, destination) => {
    const same = ASSET_CLASSES.every((c) => sameBand(bands[c], bands.growth))
    const said = same ? name(bands.growth) : t('differ')
    return destination ? t('summary', { bands: said, destination: units(destination) }) : said
  }
}
