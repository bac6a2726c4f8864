import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import type { HoldingRow } from '@/lib/core/book'
import { problem } from '@/lib/core/field-reading'
import { findHoldingRow } from '@/lib/db/book'
import * as holdings from '@/lib/db/holdings'
import { changePortfolio, nothingChanged } from '@/lib/db/portfolio-change'

/** Removes a holding with its lots, so that `restoreHolding` can bring it back. */
export async function removeHolding(
  userId: string,
  { portfolioId, id, version }: { portfolioId: string; id: string; version: number },
): Promise<ActionResult<undefined, HoldingRow>> {
  return changePortfolio<undefined, HoldingRow>(userId, portfolioId, async (tx) => {
    const row = await findHoldingRow(userId, portfolioId, id, tx)
    if (!row) return refusal('notFound')
    if (row.version !== version) return refusal('conflict', { current: row })
    await holdings.removeHolding(userId, portfolioId, { id, version }, tx)
    return success()
  })
}

/** Takes a removal back; refused when the account has got the symbol anew in the meantime. */
export async function restoreHolding(
  userId: string,
  { portfolioId, id }: { portfolioId: string; id: string },
): Promise<ActionResult<HoldingRow>> {
  return changePortfolio(userId, portfolioId, async (tx) => {
    const live = await findHoldingRow(userId, portfolioId, id, tx)
    if (live) nothingChanged(live)
    const deleted = await holdings.findDeletedHolding(userId, portfolioId, id, tx)
    if (!deleted) return refusal('notFound')
    if (await holdings.findHoldingId(userId, portfolioId, deleted, tx)) {
      return refusal('invalid', { fields: { symbol: problem('duplicate') } })
    }
    await holdings.restoreHolding(userId, portfolioId, id, tx)
    const row = await findHoldingRow(userId, portfolioId, id, tx)
    return row ? success(row) : refusal('notFound')
  })
}
