import { isWhole, type Weights } from '@/lib/core/asset-class'
import type { SaidClass } from '@/lib/core/book'
import { findSymbol } from '@/lib/core/directory'
import type { Account, Holding, Lot, Snapshot } from '@/lib/core/portfolio'
import { cents, quantity, unitPrice } from '@/lib/core/units'
import { isUuid } from '@/lib/core/uuid'
import { db, type Tx } from '@/lib/db/client'
import { dateFromColumn, fromColumn } from '@/lib/db/decimals'
import type { Prisma } from '@/prisma/generated/client'

const alive = { deletedAt: null }
const inOrder = [{ position: 'asc' as const }, { id: 'asc' as const }]

/** What a holding is read with. */
export const withLots = {
  lots: { orderBy: [{ acquiredOn: 'asc' as const }, { id: 'asc' as const }] },
} satisfies Prisma.HoldingInclude

/** Everything of a portfolio that is not deleted, in the order in which it is shown. */
export const contents = {
  accounts: {
    where: alive,
    orderBy: inOrder,
    include: { holdings: { where: alive, orderBy: inOrder, include: withLots } },
  },
  user: { select: { symbolClasses: true } },
} satisfies Prisma.PortfolioInclude

export type StoredPortfolio = Prisma.PortfolioGetPayload<{ include: typeof contents }>
export type StoredHolding = Prisma.HoldingGetPayload<{ include: typeof withLots }>
type StoredAccount = Prisma.AccountGetPayload<true>
type StoredClass = Prisma.SymbolClassGetPayload<true>

/** The whole of one portfolio as core sees it, in one read; null when it is not this user's or is deleted; any text may stand for the id. */
export async function findSnapshot(userId: string, portfolioId: string, tx: Tx = db()): Promise<Snapshot | null> {
  if (!isUuid(portfolioId)) return null
  const row = await tx.portfolio.findFirst({ where: { id: portfolioId, userId, deletedAt: null }, include: contents })
  return row && toSnapshot(row)
}

function toSnapshot(row: StoredPortfolio): Snapshot {
  const said = saidBySymbol(row.user.symbolClasses)
  return {
    portfolioId: row.id,
    version: row.version,
    currency: 'USD',
    cashCounts: row.cashCounts,
    accounts: row.accounts.map(toAccount),
    holdings: row.accounts.flatMap((a) => a.holdings.map((h) => toHolding(h, said.get(h.symbol)))),
  }
}

/** What the user said of symbols; a split that does not make a whole counts as not said. */
export function saidBySymbol(rows: readonly StoredClass[]): Map<string, SaidClass> {
  const whole = rows.filter((row) => isWhole(row.split as Weights))
  return new Map(
    whole.map((row) => [row.symbol, { version: row.version, name: row.name, split: row.split as Weights }]),
  )
}

export const toAccount = (row: StoredAccount): Account => ({
  id: row.id,
  name: row.name,
  tax: row.tax,
  cash: cents(row.cashCents),
  reserve: cents(row.reserveCents),
})

/** The row's own name and the user's own class come before the directory's. */
export function toHolding(row: StoredHolding, said: SaidClass | undefined): Holding {
  const known = findSymbol(row.symbol)
  return {
    id: row.id,
    accountId: row.accountId,
    symbol: row.symbol,
    name: row.name || said?.name || (known?.name ?? ''),
    split: said?.split ?? known?.split ?? null,
    quantity: quantity(fromColumn(row.quantity)),
    unit: quantity(fromColumn(row.unit)),
    price: row.price === null ? null : unitPrice(fromColumn(row.price)),
    pricedOn: row.pricedOn && dateFromColumn(row.pricedOn),
    priceSource: row.priceSource,
    locked: row.locked,
    // Absent where there is none, as in the plans that were saved before these were known: equal books stay equal texts.
    ...(row.noBuy && { noBuy: true }),
    ...(row.noSell && { noSell: true }),
    lots: row.lots.map(toLot),
  }
}

const toLot = (row: StoredHolding['lots'][number]): Lot => ({
  id: row.id,
  quantity: quantity(fromColumn(row.quantity)),
  unitCost: unitPrice(fromColumn(row.unitCost)),
  acquired: dateFromColumn(row.acquiredOn),
})
