import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { decimalText } from '@/lib/core/decimal'
import { type HoldingTexts, type PriceSource, readHolding } from '@/lib/core/holding-fields'
import { type HoldingValues, type PasteWrite, valuesOf } from '@/lib/core/pasted-holdings'
import type { IsoDate } from '@/lib/core/units'
import { findBook } from '@/lib/db/book'
import { type HoldingSave, removeHoldings, saveHoldings } from '@/lib/db/holding-imports'
import { changePortfolio } from '@/lib/db/portfolio-change'

/** What takes an import back: the rows that it added, and what the others were before, each with the version that it left. */
export interface ImportUndo {
  added: { id: string; version: number }[]
  updated: { id: string; version: number; former: FormerTexts }[]
}

/** A holding's former values as plain texts. An empty price is an unknown one. */
export type FormerTexts = Required<Pick<HoldingTexts, 'name' | 'quantity' | 'price' | 'pricedOn'>> & {
  priceSource: PriceSource | null
}

const FIRST_VERSION = 1

export function undoOf(
  added: readonly { id: string }[],
  updated: readonly Extract<PasteWrite, { kind: 'update' }>[],
): ImportUndo {
  return {
    added: added.map(({ id }) => ({ id, version: FIRST_VERSION })),
    updated: updated.map(({ row }) => ({ id: row.id, version: row.version + 1, former: formerTexts(valuesOf(row)) })),
  }
}

const formerTexts = (values: HoldingValues): FormerTexts => ({
  name: values.name,
  quantity: decimalText(values.quantity),
  price: values.price === null ? '' : decimalText(values.price),
  pricedOn: values.pricedOn ?? '',
  priceSource: values.priceSource,
})

/** Takes an import back as one transaction; a conflict, and nothing done, when any of its rows has changed since. */
export async function undoImport(
  userId: string,
  asOf: IsoDate,
  { portfolioId, undo }: { portfolioId: string; undo: ImportUndo },
): Promise<ActionResult<undefined>> {
  const saves: HoldingSave[] = []
  for (const { id, version, former } of undo.updated) {
    const values = formerValues(former, asOf)
    if (!values) return refusal('invalid')
    saves.push({ id, version, values })
  }
  return changePortfolio<undefined>(userId, portfolioId, async (tx) => {
    const book = await findBook(userId, portfolioId, tx)
    const versions = new Map(book?.holdings.map((row) => [row.id, row.version]))
    const moved = [...undo.added, ...undo.updated].some(({ id, version }) => versions.get(id) !== version)
    if (moved) return refusal('conflict')
    const saved = saves.length > 0 ? await saveHoldings(userId, portfolioId, saves, tx) : 0
    const added = undo.added.map(({ id }) => id)
    const removed = added.length > 0 ? await removeHoldings(userId, portfolioId, added, tx) : 0
    if (saved + removed !== saves.length + undo.added.length) return refusal('conflict')
    return success()
  })
}

/** The texts came from here, but went through the browser: null when they cannot be read. */
function formerValues({ priceSource, pricedOn, ...rest }: FormerTexts, asOf: IsoDate): HoldingValues | null {
  const fields: HoldingTexts = { ...rest, ...(pricedOn ? { pricedOn } : {}), ...(priceSource ? { priceSource } : {}) }
  const read = readHolding(fields, { asOf, source: 'manual' })
  if (!read.ok || read.value.quantity === undefined) return null
  const { name = '', quantity, price = null, pricedOn: date = null, priceSource: source = null } = read.value
  return { name, quantity, price, pricedOn: date, priceSource: source }
}
