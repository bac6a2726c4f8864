import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import type { HoldingRow } from '@/lib/core/book'
import { problem } from '@/lib/core/field-reading'
import { faultsOf, type HoldingChange, type HoldingTexts, readHolding } from '@/lib/core/holding-fields'
import type { IsoDate } from '@/lib/core/units'
import { findHoldingRow } from '@/lib/db/book'
import type { Tx } from '@/lib/db/client'
import { findHoldingId, saveHolding } from '@/lib/db/holdings'
import { changePortfolio } from '@/lib/db/portfolio-change'
import { spelled, usualUnit } from '@/lib/flows/add-holding'

export interface EditHolding {
  portfolioId: string
  id: string
  /** The version that the user saw; another one in store is a conflict. */
  version: number
  fields: HoldingTexts
}

/** Changes some fields of a holding; answers with the row as it is now stored, also when somebody else was faster. */
export async function editHolding(
  userId: string,
  asOf: IsoDate,
  { portfolioId, id, version, fields }: EditHolding,
): Promise<ActionResult<HoldingRow, HoldingRow>> {
  const read = readHolding(fields, { asOf, source: 'manual' })
  if (!read.ok) return refusal('invalid', { fields: read.fields })
  return changePortfolio<HoldingRow, HoldingRow>(userId, portfolioId, async (tx) => {
    const row = await findHoldingRow(userId, portfolioId, id, tx)
    if (!row) return refusal('notFound')
    if (row.version !== version) return refusal('conflict', { current: row })
    const change = withSymbol(row, read.value)
    const faults = { ...faultsOf(row, change), ...(await symbolFaults(userId, portfolioId, row, change, tx)) }
    if (Object.keys(faults).length > 0) return refusal('invalid', { fields: faults })
    await saveHolding(userId, portfolioId, { id, version }, change, tx)
    const saved = await findHoldingRow(userId, portfolioId, id, tx)
    return saved ? success(saved) : refusal('notFound')
  })
}

/** Another symbol brings its own name and step, unless the same save names them. */
function withSymbol(row: HoldingRow, change: HoldingChange): HoldingChange {
  if (change.symbol === undefined) return change
  const symbol = spelled(change.symbol)
  return symbol === row.symbol ? { ...change, symbol } : { name: '', unit: usualUnit(symbol), ...change, symbol }
}

async function symbolFaults(
  userId: string,
  portfolioId: string,
  row: HoldingRow,
  { symbol }: HoldingChange,
  tx: Tx,
): Promise<Record<string, string>> {
  if (symbol === undefined || symbol === row.symbol) return {}
  const taken = await findHoldingId(userId, portfolioId, { accountId: row.accountId, symbol }, tx)
  return taken ? { symbol: problem('duplicate') } : {}
}
