import type { Bucket } from '@/lib/core/valuation'

const COLORS: Record<Bucket, string> = {
  growth: 'var(--color-class-growth)',
  tech: 'var(--color-class-tech)',
  longBonds: 'var(--color-class-long-bonds)',
  digital: 'var(--color-class-digital)',
  moneyFunds: 'var(--color-class-money-funds)',
  alternatives: 'var(--color-class-alternatives)',
  unclassified: 'var(--color-line-strong)',
  cash: 'var(--color-line-strong)',
}

/** The fixed hue of a class, in every chart and strip; always beside its name. */
export const classColor = (bucket: Bucket): string => COLORS[bucket]
