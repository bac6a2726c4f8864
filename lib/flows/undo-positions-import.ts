import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import type { Book } from '@/lib/core/book'
import { parseDecimal } from '@/lib/core/decimal'
import { readLots } from '@/lib/core/lot-fields'
import type { ImportedValues } from '@/lib/core/positions-import'
import { cents, type IsoDate, quantity, unitPrice } from '@/lib/core/units'
import { findBook } from '@/lib/db/book'
import type { Tx } from '@/lib/db/client'
import { removeHoldings } from '@/lib/db/holding-imports'
import { changeAllPortfolios, changePortfolio, nothingChanged } from '@/lib/db/portfolio-change'
import * as imports from '@/lib/db/positions-imports'
import { deletedVersions, removeAccounts, restoreHoldings } from '@/lib/db/positions-imports-undo'
import {
  type ImportedLimits,
  replaceLots,
  saveImportedCash,
  saveImportedHoldings,
} from '@/lib/db/positions-imports-writes'
import { tellEarlierImports } from '@/lib/flows/earlier-imports'
import type { FormerLimits, FormerValues, StoredUndo, Versioned } from '@/lib/flows/store-import'

/**
 * Takes an import back as one transaction: everything is as it was before, with new versions. A conflict, and nothing done, when any of its rows
 * has changed since or when something was added to an account that it made. Taken back twice is taken back once; the imports before it can be
 * taken back after it.
 */
export async function undoPositionsImport(
  userId: string,
  { portfolioId, importId }: { portfolioId: string; importId: string },
  at: Date,
): Promise<ActionResult<undefined>> {
  const seen = await imports.findImportUndo(userId, portfolioId, importId)
  if (!seen) return refusal('notFound')
  const run = (tx: Tx) => undoIn(userId, { portfolioId, importId }, at, tx)
  // Classes that the import made hold in all portfolios, so they all change.
  if ((seen.undo as StoredUndo).classes.length > 0) return changeAllPortfolios<undefined>(userId, run)
  return changePortfolio<undefined>(userId, portfolioId, run)
}

async function undoIn(
  userId: string,
  { portfolioId, importId }: { portfolioId: string; importId: string },
  at: Date,
  tx: Tx,
): Promise<ActionResult<undefined>> {
  const book = await findBook(userId, portfolioId, tx)
  const stored = book && (await imports.findImportUndo(userId, portfolioId, importId, tx))
  if (!book || !stored) return refusal('notFound')
  if (stored.undoneAt) nothingChanged(undefined)
  const undo = stored.undo as unknown as StoredUndo
  if (hasMoved(book, undo) || !(await canRestore(userId, book, undo, tx))) return refusal('conflict')
  const done = await takeBack(userId, portfolioId, undo, tx)
  if (!done || !(await imports.markImportUndone(userId, portfolioId, importId, at, tx))) return refusal('conflict')
  await tellEarlierImports(userId, portfolioId, undo, tx)
  return success()
}

/** Whether a row of the import is not as the import left it, or an account that it made holds more than it brought. */
function hasMoved({ accounts, holdings }: Book, undo: StoredUndo): boolean {
  const accountVersions = new Map(accounts.map(({ id, version }) => [id, version]))
  const holdingVersions = new Map(holdings.map(({ id, version }) => [id, version]))
  const moved = (versions: Map<string, number>) => (row: Versioned) => versions.get(row.id) !== row.version
  const made = new Set(undo.accounts.map(({ id }) => id))
  const brought = new Set(undo.added.map(({ id }) => id))
  return (
    [...undo.accounts, ...undo.cash].some(moved(accountVersions)) ||
    [...undo.added, ...undo.changed].some(moved(holdingVersions)) ||
    holdings.some(({ id, accountId }) => made.has(accountId) && !brought.has(id))
  )
}

/** Whether the holdings that it removed are still there to be brought back, and their symbols free. */
async function canRestore(userId: string, book: Book, undo: StoredUndo, tx: Tx): Promise<boolean> {
  if (undo.removed.length === 0) return true
  const ids = undo.removed.map(({ id }) => id)
  const deleted = await deletedVersions(userId, book.portfolioId, ids, tx)
  const versions = new Map(deleted.map(({ id, version }) => [id, version]))
  const added = new Set(undo.added.map(({ id }) => id))
  const held = new Set(
    book.holdings.flatMap(({ id, accountId, symbol }) => (added.has(id) ? [] : [`${accountId} ${symbol}`])),
  )
  const free = deleted.every(({ accountId, symbol }) => !held.has(`${accountId} ${symbol}`))
  return free && undo.removed.every(({ id, version }) => versions.get(id) === version)
}

async function takeBack(userId: string, portfolioId: string, undo: StoredUndo, tx: Tx): Promise<boolean> {
  const added = undo.added.map(({ id }) => id)
  const made = undo.accounts.map(({ id }) => id)
  const removed = undo.removed.map(({ id }) => id)
  const cash = undo.cash.map(({ id, version, cents: was, reserve }) => ({
    ...{ id, version, cash: cents(BigInt(was)), reserve: reserve === null ? null : cents(BigInt(reserve)) },
  }))
  const saves = undo.changed.map(({ id, version, former, limits }) => ({
    ...{ id, version, values: valuesFrom(former), limits: limits && limitsFrom(limits) },
  }))
  const lots = undo.changed.flatMap(({ id, lots: was }) => (was ? [{ id, lots: lotsFrom(was) }] : []))
  const counts = [
    [added.length > 0 ? await removeHoldings(userId, portfolioId, added, tx) : 0, added.length],
    [saves.length > 0 ? await saveImportedHoldings(userId, portfolioId, saves, tx) : 0, saves.length],
    [cash.length > 0 ? await saveImportedCash(userId, portfolioId, cash, tx) : 0, cash.length],
    [removed.length > 0 ? await restoreHoldings(userId, portfolioId, removed, tx) : 0, removed.length],
    [made.length > 0 ? await removeAccounts(userId, portfolioId, made, tx) : 0, made.length],
  ]
  if (lots.length > 0) await replaceLots(userId, portfolioId, lots, tx)
  await takeLinksBack(userId, portfolioId, undo, tx)
  if (undo.classes.length > 0) await imports.removeFreshClasses(userId, undo.classes, tx)
  return counts.every(([done, all]) => done === all)
}

async function takeLinksBack(userId: string, portfolioId: string, { links }: StoredUndo, tx: Tx): Promise<void> {
  if (links.length === 0) return
  await imports.removeAccountLinks(userId, portfolioId, links, tx)
  const former = links.flatMap((link) => (link.former ? [{ ...link, accountId: link.former }] : []))
  if (former.length > 0) await imports.saveAccountLinks(userId, portfolioId, former, tx)
}

const exactly = (text: string): bigint => {
  const parsed = parseDecimal(text)
  if (!parsed.ok) throw new Error('A stored import holds a number that cannot be read.')
  return parsed.value
}

const valuesFrom = ({ quantity: held, price, ...values }: FormerValues): ImportedValues => ({
  ...values,
  quantity: quantity(exactly(held)),
  price: price === null ? null : unitPrice(exactly(price)),
})

const limitsFrom = ({ unit, ...limits }: FormerLimits): ImportedLimits => ({ ...limits, unit: quantity(exactly(unit)) })

const LAST_DAY = '9999-12-31' as IsoDate

function lotsFrom(texts: NonNullable<StoredUndo['changed'][number]['lots']>) {
  const read = readLots(texts, LAST_DAY)
  if (!read.ok) throw new Error('A stored import holds a lot that cannot be read.')
  return read.value
}
