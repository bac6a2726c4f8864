import { ASSET_CLASSES, type AssetClass, byClass } from '@/lib/core/asset-class'
import { parsePercent, percentText } from '@/lib/core/percent'
import type { Band, Bands } from '@/lib/core/targets'

export const BAND_RULES = ['fiveTwentyFive', 'absolute', 'relative'] as const
export type BandRule = Band['rule']

/** A band as it stands in its fields; it may not be readable yet. */
export interface BandText {
  rule: BandRule
  text: string
}
export type BandTexts = Record<AssetClass, BandText>

/** What a rule starts with when it is chosen: the figures of the 5/25 rule. */
const FIRST: Record<BandRule, string> = { fiveTwentyFive: '', absolute: '5', relative: '25' }

export const bandOfRule = (rule: BandRule): BandText => ({ rule, text: FIRST[rule] })

/** Points with at most two decimals, or whole percents of the target; null when the text is neither. */
export function readBand({ rule, text }: BandText): Band | null {
  if (rule === 'fiveTwentyFive') return { rule }
  const parsed = parsePercent(text)
  if (!parsed.ok) return null
  if (rule === 'absolute') return { rule, halfWidth: parsed.value }
  return parsed.value % 100 === 0 ? { rule, percent: parsed.value / 100 } : null
}

export function writeBand(band: Band): BandText {
  if (band.rule === 'absolute') return { rule: band.rule, text: percentText(band.halfWidth) }
  if (band.rule === 'relative') return { rule: band.rule, text: String(band.percent) }
  return bandOfRule(band.rule)
}

export const writeBands = (bands: Bands): BandTexts => byClass((c) => writeBand(bands[c]))

/** All six bands, or null while one cannot be read. */
export function readBands(texts: BandTexts): Bands | null {
  const bands = byClass((c) => readBand(texts[c]))
  return ASSET_CLASSES.every((c) => bands[c]) ? (bands as Bands) : null
}

export function sameBand(a: Band, b: Band): boolean {
  if (a.rule === 'absolute') return b.rule === 'absolute' && a.halfWidth === b.halfWidth
  if (a.rule === 'relative') return b.rule === 'relative' && a.percent === b.percent
  return b.rule === 'fiveTwentyFive'
}

export const sameBands = (a: Bands, b: Bands): boolean => ASSET_CLASSES.every((c) => sameBand(a[c], b[c]))
