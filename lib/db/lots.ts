import type { Lot } from '@/lib/core/portfolio'
import { ownAccount } from '@/lib/db/book'
import type { Tx } from '@/lib/db/client'
import { dateToColumn, toColumn } from '@/lib/db/decimals'

/**
 * Replaces all lots of a holding, whose version the caller has just raised inside `changePortfolio`. The ids
 * that the lines bring are kept, but for those that a lot of somebody else's has.
 */
export async function saveLots(
  userId: string,
  portfolioId: string,
  holdingId: string,
  lots: readonly Lot[],
  tx: Tx,
): Promise<void> {
  const own = { holdingId, holding: { account: ownAccount(userId, portfolioId) } }
  await tx.lot.deleteMany({ where: own })
  const others = await tx.lot.findMany({ where: { id: { in: lots.map((lot) => lot.id) } }, select: { id: true } })
  const taken = new Set(others.map((row) => row.id))
  await tx.lot.createMany({
    data: lots.map((lot) => ({
      ...(taken.has(lot.id) ? {} : { id: lot.id }),
      holdingId,
      quantity: toColumn(lot.quantity),
      unitCost: toColumn(lot.unitCost),
      acquiredOn: dateToColumn(lot.acquired),
    })),
  })
}
