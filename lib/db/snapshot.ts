import { isWhole, type Weights } from '@/lib/core/asset-class'
import { accountInBase, type Basis, holdingInBase } from '@/lib/core/base-currency'
import type { SaidClass } from '@/lib/core/book'
import { type Currency, isCurrency, isMoneyCurrency, type MoneyCurrency } from '@/lib/core/currency'
import { findSymbol } from '@/lib/core/directory'
import type { Account, Holding, Lot, Snapshot } from '@/lib/core/portfolio'
import { cents, quantity, unitPrice } from '@/lib/core/units'
import { isUuid } from '@/lib/core/uuid'
import { db, type Tx } from '@/lib/db/client'
import { dateFromColumn, fromColumn } from '@/lib/db/decimals'
import { listNewestRates } from '@/lib/db/fx-rates'
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

/**
 * The whole of one portfolio as core sees it, in its own currency; null when it is not this user's or is deleted; any text may stand for the
 * id. One read, and a second for the exchange rates where something stands in another currency.
 */
export async function findSnapshot(userId: string, portfolioId: string, tx: Tx = db()): Promise<Snapshot | null> {
  if (!isUuid(portfolioId)) return null
  const row = await tx.portfolio.findFirst({ where: { id: portfolioId, userId, deletedAt: null }, include: contents })
  return row && toSnapshot(row, await basisOf(userId, row, tx))
}

/** What a portfolio is counted in, with the rates that its rows may need; without one that does, none are read. */
export async function basisOf(userId: string, { baseCurrency, accounts }: StoredPortfolio, tx: Tx): Promise<Basis> {
  const currency = moneyCurrencyOf(baseCurrency)
  const foreign = accounts.some((a) => [a, ...a.holdings].some((row) => row.currency !== currency))
  return { currency, rates: foreign ? await listNewestRates(userId, tx) : [] }
}

/** What a column says; the dollar for a text that this version does not know. */
export const currencyOf = (text: string): Currency => (isCurrency(text) ? text : 'USD')
export const moneyCurrencyOf = (text: string): MoneyCurrency => (isMoneyCurrency(text) ? text : 'USD')

function toSnapshot(row: StoredPortfolio, basis: Basis): Snapshot {
  const said = saidBySymbol(row.user.symbolClasses)
  const holdings = row.accounts.flatMap((account) => account.holdings)
  return {
    portfolioId: row.id,
    version: row.version,
    currency: basis.currency,
    cashCounts: row.cashCounts,
    accounts: row.accounts.map((a) => accountInBase(toAccount(a), moneyCurrencyOf(a.currency), basis)),
    holdings: holdings.map((h) => holdingInBase(toHolding(h, said.get(h.symbol)), currencyOf(h.currency), basis)),
  }
}

/** What the user said of symbols; a split that does not make a whole counts as not said. */
export function saidBySymbol(rows: readonly StoredClass[]): Map<string, SaidClass> {
  const whole = rows.filter((row) => isWhole(row.split as Weights))
  return new Map(
    whole.map((row) => [row.symbol, { version: row.version, name: row.name, split: row.split as Weights }]),
  )
}

/** As it is kept, in its own currency. */
export const toAccount = (row: StoredAccount): Account => ({
  id: row.id,
  name: row.name,
  tax: row.tax,
  cash: cents(row.cashCents),
  reserve: cents(row.reserveCents),
})

/** As it is quoted, in its own currency. The row's own name and the user's own class come before the directory's. */
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
