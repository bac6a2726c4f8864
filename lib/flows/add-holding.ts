import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import type { HoldingRow } from '@/lib/core/book'
import { parseDecimal } from '@/lib/core/decimal'
import { findSymbol } from '@/lib/core/directory'
import { problem } from '@/lib/core/field-reading'
import { type HoldingChange, type HoldingTexts, readHolding } from '@/lib/core/holding-fields'
import { type IsoDate, ONE, quantity } from '@/lib/core/units'
import { findAccountRow, findHoldingRow } from '@/lib/db/book'
import type { Tx } from '@/lib/db/client'
import { createHolding, findHoldingId, isHoldingIdTaken } from '@/lib/db/holdings'
import { changePortfolio, nothingChanged } from '@/lib/db/portfolio-change'

export interface AddHolding {
  portfolioId: string
  /** Made by the client: the same request sent twice adds one row. */
  id: string
  accountId: string
  fields: HoldingTexts & { symbol: string }
}

/** The directory's spelling of a symbol that it knows, so that `BRK/B` and `BRK.B` are one position. */
export const spelled = (symbol: string): string => findSymbol(symbol)?.symbol ?? symbol

/** The step in which a symbol is usually traded; whole units for one that the directory does not know. */
export function usualUnit(symbol: string): ReturnType<typeof quantity> {
  const parsed = parseDecimal(findSymbol(symbol)?.unit ?? '1')
  return quantity(parsed.ok ? parsed.value : ONE)
}

/** Adds a holding to an account, in its currency unless another is named, with what the directory knows of its symbol. */
export async function addHolding(
  userId: string,
  asOf: IsoDate,
  { portfolioId, id, accountId, fields }: AddHolding,
): Promise<ActionResult<HoldingRow>> {
  const read = readHolding(fields, { asOf, source: 'manual' })
  if (!read.ok) return refusal('invalid', { fields: read.fields })
  return changePortfolio(userId, portfolioId, async (tx) => {
    const done = await findHoldingRow(userId, portfolioId, id, tx)
    if (done) nothingChanged(done)
    const account = await findAccountRow(userId, portfolioId, accountId, tx)
    if (!account) return refusal('notFound')
    const change = { currency: account.currency, ...read.value }
    return create(userId, portfolioId, { id, accountId, change }, tx)
  })
}

interface NewRow {
  id: string
  accountId: string
  change: HoldingChange
}

async function create(
  userId: string,
  portfolioId: string,
  { id, accountId, change }: NewRow,
  tx: Tx,
): Promise<ActionResult<HoldingRow>> {
  const symbol = spelled(change.symbol ?? '')
  if (await isHoldingIdTaken(id, tx)) return refusal('notFound')
  if (await findHoldingId(userId, portfolioId, { accountId, symbol }, tx)) {
    return refusal('invalid', { fields: { symbol: problem('duplicate') } })
  }
  await createHolding(userId, portfolioId, { unit: usualUnit(symbol), ...change, id, accountId, symbol }, tx)
  const row = await findHoldingRow(userId, portfolioId, id, tx)
  return row ? success(row) : refusal('notFound')
}
