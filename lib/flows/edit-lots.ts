import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { type HoldingRow, lotTotal } from '@/lib/core/book'
import { problem } from '@/lib/core/field-reading'
import { readHolding } from '@/lib/core/holding-fields'
import { type LotTexts, readLots } from '@/lib/core/lot-fields'
import type { IsoDate } from '@/lib/core/units'
import { findHoldingRow } from '@/lib/db/book'
import { saveHolding } from '@/lib/db/holdings'
import { saveLots } from '@/lib/db/lots'
import { changePortfolio } from '@/lib/db/portfolio-change'

export interface EditLots {
  portfolioId: string
  id: string
  version: number
  lots: LotTexts[]
  /** The quantity as it is typed together with the lots; null leaves it as it is. */
  quantity: string | null
}

/** Replaces all lots of a holding as one set, and its quantity if asked; their total may not exceed it. */
export async function editLots(
  userId: string,
  asOf: IsoDate,
  { portfolioId, id, version, lots, quantity }: EditLots,
): Promise<ActionResult<HoldingRow, HoldingRow>> {
  const read = readLots(lots, asOf)
  const change = readHolding(quantity === null ? {} : { quantity }, { asOf, source: 'manual' })
  if (!read.ok) return refusal('invalid', { fields: read.fields })
  if (!change.ok) return refusal('invalid', { fields: change.fields })
  return changePortfolio<HoldingRow, HoldingRow>(userId, portfolioId, async (tx) => {
    const row = await findHoldingRow(userId, portfolioId, id, tx)
    if (!row) return refusal('notFound')
    if (row.version !== version) return refusal('conflict', { current: row })
    const held = change.value.quantity ?? row.quantity
    if (lotTotal({ lots: read.value }) > held) return refusal('invalid', { fields: { lots: problem('lotsExceed') } })
    await saveHolding(userId, portfolioId, { id, version }, change.value, tx)
    await saveLots(userId, portfolioId, id, read.value, tx)
    const saved = await findHoldingRow(userId, portfolioId, id, tx)
    return saved ? success(saved) : refusal('notFound')
  })
}
