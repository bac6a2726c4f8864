import { ASSET_CLASSES } from '@/lib/core/asset-class'
import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { findSymbol } from '@/lib/core/directory'
import { WHOLE } from '@/lib/core/units'

/** The class of a symbol in the built-in directory: one class, or basis points by class (total 10,000); null when it is not listed. */
export function classOf(symbol: string): ReadHolding['class'] {
  const split = findSymbol(symbol)?.split
  if (!split) return null
  const parts = ASSET_CLASSES.filter((assetClass) => split[assetClass] > 0)
  const whole = parts.find((assetClass) => split[assetClass] === WHOLE)
  return whole ?? Object.fromEntries(parts.map((assetClass) => [assetClass, split[assetClass]]))
}
