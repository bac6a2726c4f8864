import 'server-only'
import type { Book, HoldingRow } from '@/lib/core/book'
import type { ImportWrites } from '@/lib/core/decide-import'
import { linkKey } from '@/lib/core/decide-import/accounts'
import { valuesOf } from '@/lib/core/decide-import/holdings'
import { sameLots } from '@/lib/core/decide-import/same-lots'
import { decimalText } from '@/lib/core/decimal'
import { type LotTexts, lotTexts } from '@/lib/core/lot-fields'
import type { Lot } from '@/lib/core/portfolio'
import type { ImportedLot, ImportedLots, ImportedOwn, ImportedValues } from '@/lib/core/positions-import'
import { limitsOf, tradingOf } from '@/lib/core/trading'
import { cents } from '@/lib/core/units'
import type { Tx } from '@/lib/db/client'
import { removeHoldings } from '@/lib/db/holding-imports'
import { createSymbolClasses, listAccountLinks, saveAccountLinks } from '@/lib/db/positions-imports'
import * as rows from '@/lib/db/positions-imports-writes'
import { usualUnit } from '@/lib/flows/add-holding'

/** What takes an import back, as JSON: the rows that it made or changed, each with the version that it left, and what they were. */
export interface StoredUndo {
  accounts: Versioned[]
  cash: (Versioned & { cents: string; reserve: string | null })[]
  added: Versioned[]
  changed: (Versioned & { former: FormerValues; limits: FormerLimits | null; lots: LotTexts[] | null })[]
  removed: Versioned[]
  /** Where a broker's account went before (null: nowhere), and where the import sent it. */
  links: { format: string; externalId: string; former: string | null; accountId: string }[]
  classes: string[]
}

export interface Versioned {
  id: string
  version: number
}

export type FormerValues = Omit<ImportedValues, 'quantity' | 'price'> & { quantity: string; price: string | null }

/** Null where the import left them as they were, as it did with the reserve and the lots. */
export type FormerLimits = Omit<rows.ImportedLimits, 'unit'> & { unit: string }

const FIRST_VERSION = 1

/** Writes everything that was decided, inside `changePortfolio`. A row that is not as the book has it is a bug, and stores nothing. */
export async function storeImport(userId: string, book: Book, writes: ImportWrites, tx: Tx): Promise<StoredUndo> {
  const { portfolioId } = book
  const idOf = new Map(writes.accounts.map(({ key }) => [key, crypto.randomUUID() as string]))
  const accountId = (target: string): string => idOf.get(target) ?? target
  const known = writes.links.length > 0 ? await listAccountLinks(userId, portfolioId, tx) : []
  const former = new Map(known.map((link) => [linkKey(link.format, link.externalId), link.accountId]))
  const accounts = await storeAccounts(userId, book, writes, idOf, tx)
  const holdings = await storeHoldings(userId, portfolioId, writes, accountId, tx)
  const links = writes.links.map((link) => ({ ...link, accountId: accountId(link.target) }))
  if (links.length > 0) await saveAccountLinks(userId, portfolioId, links, tx)
  const classes = writes.classes.length > 0 ? await createSymbolClasses(userId, writes.classes, tx) : []
  return {
    ...accounts,
    ...holdings,
    links: links.map(({ format, externalId, accountId: to }) => ({
      ...{ format, externalId, accountId: to, former: former.get(linkKey(format, externalId)) ?? null },
    })),
    classes,
  }
}

function expectAll(count: number, of: number): void {
  if (count !== of) throw new Error('An import met a row that changed under its lock.')
}

async function storeAccounts(
  userId: string,
  { portfolioId, accounts: stored }: Book,
  { accounts, cash }: ImportWrites,
  idOf: ReadonlyMap<string, string>,
  tx: Tx,
): Promise<Pick<StoredUndo, 'accounts' | 'cash'>> {
  const amount = new Map(cash.map((write) => [write.target, write]))
  const created = accounts.map(({ key, name, tax, currency }) => ({
    ...{ id: idOf.get(key) ?? '', name, tax, currency, cash: amount.get(key)?.cash ?? cents(0n) },
    reserve: amount.get(key)?.reserve ?? cents(0n),
  }))
  const changed = stored.flatMap(({ id, version, ...was }) => {
    const becomes = amount.get(id)
    return becomes === undefined ? [] : [{ id, version, cash: becomes.cash, reserve: becomes.reserve, was }]
  })
  if (created.length > 0) expectAll(await rows.createImportedAccounts(userId, portfolioId, created, tx), created.length)
  if (changed.length > 0) expectAll(await rows.saveImportedCash(userId, portfolioId, changed, tx), changed.length)
  return {
    accounts: created.map(({ id }) => ({ id, version: FIRST_VERSION })),
    cash: changed.map(({ id, version, reserve, was }) => ({
      ...{ id, version: version + 1, cents: String(was.cash) },
      reserve: reserve === null ? null : String(was.reserve),
    })),
  }
}

async function storeHoldings(
  userId: string,
  portfolioId: string,
  { adds, changes, removes }: ImportWrites,
  accountId: (target: string) => string,
  tx: Tx,
): Promise<Pick<StoredUndo, 'added' | 'changed' | 'removed'>> {
  const added = adds.map(({ target, symbol, values, lot, lots, own }) => ({
    ...{ id: crypto.randomUUID() as string, accountId: accountId(target), symbol, values },
    limits: own ? limitsIn(own) : { unit: usualUnit(symbol), ...limitsOf('free') },
    lots: lotsIn({ lot, lots }, []),
  }))
  const changed = changes.map(({ row, lot, lots, own, values }) => ({
    ...{ id: row.id, version: row.version, row, values },
    limits: own && limitsIn(own, row),
    lots: lotsIn({ lot, lots }, row.lots),
  }))
  const removed = removes.map(({ id }) => id)
  if (removed.length > 0) expectAll(await removeHoldings(userId, portfolioId, removed, tx), removed.length)
  if (added.length > 0) expectAll(await rows.createImportedHoldings(userId, portfolioId, added, tx), added.length)
  if (changed.length > 0) expectAll(await rows.saveImportedHoldings(userId, portfolioId, changed, tx), changed.length)
  const replaced = [...added, ...changed].flatMap(({ id, lots }) => (lots ? [{ id, lots }] : []))
  if (replaced.length > 0) await rows.replaceLots(userId, portfolioId, replaced, tx)
  return {
    added: added.map(({ id }) => ({ id, version: FIRST_VERSION })),
    changed: changed.map(({ row, limits, lots }) => ({
      ...{ id: row.id, version: row.version + 1, former: formerOf(valuesOf(row)) },
      ...{ limits: limits && formerLimits(row), lots: lots && row.lots.map(lotTexts) },
    })),
    removed: removes.map(({ id, version }) => ({ id, version: version + 1 })),
  }
}

/** The lots that take the place of those before; null where they stay, as they do when the file has the same ones. */
function lotsIn({ lot, lots }: { lot: ImportedLot | null; lots: ImportedLots | null }, before: Lot[]): Lot[] | null {
  if (!lots) return lot && withIds([lot])
  return sameLots(lots, before) ? null : withIds(lots)
}

/** Lots of one day are shown by their ids: these rise, so that they come in the order of the file. */
function withIds(lots: ImportedLots): Lot[] {
  const ids = lots.map(() => crypto.randomUUID() as string).sort()
  return lots.map(({ quantity, unitCost, acquired }, at) => ({ id: ids[at] ?? '', quantity, unitCost, acquired }))
}

const limitsIn = ({ unit, trading }: ImportedOwn, row?: HoldingRow): rows.ImportedLimits =>
  row && tradingOf(row) === trading ? { ...storedLimits(row), unit } : { unit, ...limitsOf(trading) }

const storedLimits = ({ unit, locked, noBuy = false, noSell = false }: HoldingRow): rows.ImportedLimits => ({
  ...{ unit, locked, noBuy, noSell },
})

function formerLimits(row: HoldingRow): FormerLimits {
  const { unit, ...limits } = storedLimits(row)
  return { ...limits, unit: decimalText(unit) }
}

const formerOf = ({ quantity, price, ...values }: ImportedValues): FormerValues => ({
  ...values,
  quantity: decimalText(quantity),
  price: price === null ? null : decimalText(price),
})
