import type { SeriesUnit } from '@/lib/core/series'

const DOLLARS = /\b(millions?|billions?) of u\.?\s?s\.? dollars\b/i
const OTHERS: Record<Exclude<SeriesUnit, 'millionsOfDollars' | 'billionsOfDollars'>, RegExp> = {
  percent: /^percent\b/i,
  thousands: /^thousands of (units|persons)\b/i,
  index: /^index\b/i,
}

/** By what a value in FRED's units is multiplied to be in ours; null when they do not measure the same. */
export function unitFactor(said: string, ours: SeriesUnit): number | null {
  if (ours !== 'millionsOfDollars' && ours !== 'billionsOfDollars') return OTHERS[ours].test(said) ? 1 : null
  const scale = DOLLARS.exec(said)?.[1]?.toLowerCase()
  if (!scale) return null
  const millions = scale.startsWith('m') ? 1 : 1000
  return ours === 'millionsOfDollars' ? millions : millions / 1000
}

/** Removes the dust that a multiplication leaves; the store keeps eight decimals. */
export const scaled = (value: number, factor: number): number =>
  factor === 1 ? value : Number((value * factor).toFixed(8))
