import { ASSET_CLASSES, type AssetClass, byClass } from '@/lib/core/asset-class'
import type { Plan } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'
import { divideRounded, ONE, sum, WHOLE } from '@/lib/core/units'

const CENT = (ONE * ONE) / 100n

/**
 * Whole basis points by class after the trades, of everything before them: holdings at their prices and all cash. Each is computed exactly and
 * rounded once; where cash counts, all of it is in money-market funds. All zero when there is nothing.
 */
export function classesAfter(snapshot: Snapshot, plan: Plan): Record<AssetClass, number> {
  const traded = new Map(plan.trades.map((t) => [t.holdingId, t.side === 'buy' ? t.quantity : -t.quantity]))
  const amounts = ASSET_CLASSES.map(() => 0n)
  let whole = sum(snapshot.accounts.map((a) => a.cash)) * CENT
  for (const h of snapshot.holdings) {
    const price: bigint = h.price ?? 0n
    whole += h.quantity * price
    const value = (h.quantity + (traded.get(h.id) ?? 0n)) * price
    for (const [c, name] of ASSET_CLASSES.entries()) {
      const share = h.split?.[name] ?? 0
      if (share > 0) amounts[c] = (amounts[c] ?? 0n) + value * BigInt(share)
    }
  }
  if (snapshot.cashCounts) {
    const cash = sum(snapshot.accounts.map((a) => plan.cashAfter[a.id] ?? a.cash))
    const c = ASSET_CLASSES.indexOf('moneyFunds')
    amounts[c] = (amounts[c] ?? 0n) + cash * CENT * BigInt(WHOLE)
  }
  return byClass((c) => (whole > 0n ? Number(divideRounded(amounts[ASSET_CLASSES.indexOf(c)] ?? 0n, whole)) : 0))
}
