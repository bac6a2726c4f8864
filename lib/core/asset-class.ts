import { type Bps, bps, WHOLE } from '@/lib/core/units'

/** The six classes, in the order in which every screen, file and answer lists them. */
export const ASSET_CLASSES = ['growth', 'tech', 'longBonds', 'digital', 'moneyFunds', 'alternatives'] as const
export type AssetClass = (typeof ASSET_CLASSES)[number]

/** Basis points by class. As a target or a split they total 10,000. */
export type Weights = Record<AssetClass, Bps>

export function isAssetClass(text: string): text is AssetClass {
  return (ASSET_CLASSES as readonly string[]).includes(text)
}

export function byClass<T>(make: (assetClass: AssetClass) => T): Record<AssetClass, T> {
  return Object.fromEntries(ASSET_CLASSES.map((c) => [c, make(c)])) as Record<AssetClass, T>
}

/** Weights from a partial record; absent classes are zero. */
export function weights(partial: Partial<Record<AssetClass, number>>): Weights {
  return byClass((c) => bps(partial[c] ?? 0))
}

/** The whole in one class. */
export const entirely = (assetClass: AssetClass): Weights => weights({ [assetClass]: WHOLE })

export const totalWeight = (w: Weights): number => ASSET_CLASSES.reduce((total, c) => total + w[c], 0)

/** True when no weight is negative and together they are exactly 100.00 %. */
export function isWhole(w: Weights): boolean {
  return totalWeight(w) === WHOLE && ASSET_CLASSES.every((c) => w[c] >= 0)
}

export function sameWeights(a: Weights, b: Weights): boolean {
  return ASSET_CLASSES.every((c) => a[c] === b[c])
}
