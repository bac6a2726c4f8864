import type { AccountRow, Book, HoldingRow, SaidClass } from '@/lib/core/book'
import { findSymbol } from '@/lib/core/directory'
import { db, type Tx } from '@/lib/db/client'
import {
  basisOf,
  contents,
  currencyOf,
  moneyCurrencyOf,
  type StoredHolding,
  saidBySymbol,
  toAccount,
  toHolding,
  withLots,
} from '@/lib/db/snapshot'
import type { Prisma } from '@/prisma/generated/client'

/** One portfolio as the holdings screen edits it: the snapshot's rows with the version of each; null when it is not this user's. */
export async function findBook(userId: string, portfolioId: string, tx: Tx = db()): Promise<Book | null> {
  const row = await tx.portfolio.findFirst({ where: { id: portfolioId, userId, deletedAt: null }, include: contents })
  if (!row) return null
  const said = saidBySymbol(row.user.symbolClasses)
  const { currency, rates } = await basisOf(userId, row, tx)
  return {
    currency,
    rates: [...rates],
    portfolioId: row.id,
    version: row.version,
    cashCounts: row.cashCounts,
    accounts: row.accounts.map(toAccountRow),
    holdings: row.accounts.flatMap((a) => a.holdings.map((h) => toHoldingRow(h, said.get(h.symbol)))),
  }
}

/** Says whether cash counts as money-market funds. Only inside `changePortfolio`, which has checked the owner. */
export async function saveCashCounts(userId: string, portfolioId: string, cashCounts: boolean, tx: Tx): Promise<void> {
  await tx.portfolio.updateMany({ where: { id: portfolioId, userId, deletedAt: null }, data: { cashCounts } })
}

/** A live account of a live portfolio of this user. */
export const ownAccount = (userId: string, portfolioId: string) =>
  ({ portfolioId, deletedAt: null, portfolio: { userId, deletedAt: null } }) satisfies Prisma.AccountWhereInput

/** One holding of one portfolio as it is edited; null when it is deleted or not this user's. */
export async function findHoldingRow(
  userId: string,
  portfolioId: string,
  id: string,
  tx: Tx = db(),
): Promise<HoldingRow | null> {
  const row = await tx.holding.findFirst({
    where: { id, deletedAt: null, account: ownAccount(userId, portfolioId) },
    include: withLots,
  })
  if (!row) return null
  const said = await tx.symbolClass.findUnique({ where: { userId_symbol: { userId, symbol: row.symbol } } })
  return toHoldingRow(row, said ? saidBySymbol([said]).get(said.symbol) : undefined)
}

/** The accounts in the order in which they are shown. */
export async function listAccountRows(userId: string, portfolioId: string, tx: Tx = db()): Promise<AccountRow[]> {
  const rows = await tx.account.findMany({ where: ownAccount(userId, portfolioId), orderBy: contents.accounts.orderBy })
  return rows.map(toAccountRow)
}

export async function findAccountRow(
  userId: string,
  portfolioId: string,
  id: string,
  tx: Tx = db(),
): Promise<AccountRow | null> {
  const row = await tx.account.findFirst({ where: { id, ...ownAccount(userId, portfolioId) } })
  return row && toAccountRow(row)
}

function toHoldingRow(row: StoredHolding, said: SaidClass | undefined): HoldingRow {
  return {
    ...toHolding(row, said),
    version: row.version,
    position: row.position,
    currency: currencyOf(row.currency),
    ownName: row.name,
    said: said ?? null,
    inDirectory: findSymbol(row.symbol) !== null,
  }
}

const toAccountRow = (row: Parameters<typeof toAccount>[0]): AccountRow => ({
  ...toAccount(row),
  version: row.version,
  position: row.position,
  currency: moneyCurrencyOf(row.currency),
})
