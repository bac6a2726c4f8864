import { randomUUID } from 'node:crypto'
import { DEMO_SOURCE, type DemoAccountKey, type DemoBook, type DemoHolding } from '@/lib/core/demo-portfolio'
import { findSymbol } from '@/lib/core/directory'
import { db, type Tx } from '@/lib/db/client'
import { dateToColumn, toColumn } from '@/lib/db/decimals'
import { createDemoRow } from '@/lib/db/users'
import type { Prisma } from '@/prisma/generated/client'

/** What the demo's portfolio and accounts are called, in the language of whoever asked for it. */
export interface DemoNames {
  portfolio: string
  accounts: Record<DemoAccountKey, string>
}

/** Makes a demo user, who ends at a time, with the book as their only portfolio; all of it or nothing. */
export async function createDemo(demoExpiresAt: Date, book: DemoBook, names: DemoNames): Promise<string> {
  return db().$transaction(async (tx) => {
    const id = await createDemoRow(demoExpiresAt, tx)
    await addBook(id, book, names, tx)
    return id
  })
}

/** Puts the book in the place of everything that a demo user has; false, and nothing happens, when the user is not a demo user. */
export async function replaceDemo(userId: string, book: DemoBook, names: DemoNames): Promise<boolean> {
  return db().$transaction(async (tx) => {
    // The user's row is the lock: two resets at once leave one book.
    const locked = await tx.user.updateMany({
      where: { id: userId, demoExpiresAt: { not: null } },
      data: { lastPortfolioId: null },
    })
    if (locked.count === 0) return false
    await tx.portfolio.deleteMany({ where: { userId } })
    await tx.symbolClass.deleteMany({ where: { userId } })
    await tx.targetModel.deleteMany({ where: { userId } })
    await tx.refreshRun.deleteMany({ where: { userId } })
    await tx.seriesFile.deleteMany({ where: { userId } })
    await tx.seriesSetting.deleteMany({ where: { userId } })
    await tx.fxRate.deleteMany({ where: { userId } })
    await tx.priceRun.deleteMany({ where: { userId } })
    await tx.priceFault.deleteMany({ where: { userId } })
    await tx.priceQuote.deleteMany({ where: { userId } })
    await tx.priceSetting.deleteMany({ where: { userId } })
    await tx.importMapping.deleteMany({ where: { userId } })
    await addBook(userId, book, names, tx)
    return true
  })
}

async function addBook(userId: string, book: DemoBook, names: DemoNames, tx: Tx): Promise<void> {
  const portfolioId = randomUUID()
  const { accounts, holdings, lots } = rowsOf(portfolioId, book, names)
  await tx.portfolio.create({ data: { id: portfolioId, userId, name: names.portfolio }, select: { id: true } })
  await tx.account.createMany({ data: accounts })
  await tx.holding.createMany({ data: holdings })
  await tx.lot.createMany({ data: lots })
  await tx.adoption.create({ data: { portfolioId, ...book.adoption }, select: { id: true } })
  await tx.user.update({ where: { id: userId }, data: { lastPortfolioId: portfolioId }, select: { id: true } })
}

interface Rows {
  accounts: Prisma.AccountCreateManyInput[]
  holdings: Prisma.HoldingCreateManyInput[]
  lots: Prisma.LotCreateManyInput[]
}

function rowsOf(portfolioId: string, book: DemoBook, names: DemoNames): Rows {
  const rows: Rows = { accounts: [], holdings: [], lots: [] }
  for (const [position, account] of book.accounts.entries()) {
    const { key, tax, cash, reserve } = account
    const id = randomUUID()
    rows.accounts.push({
      id,
      portfolioId,
      name: names.accounts[key],
      tax,
      cashCents: cash,
      reserveCents: reserve,
      position,
    })
    for (const [place, holding] of account.holdings.entries()) addHolding(rows, id, place, holding)
  }
  return rows
}

function addHolding(rows: Rows, accountId: string, position: number, holding: DemoHolding): void {
  const id = randomUUID()
  rows.holdings.push({
    id,
    accountId,
    symbol: holding.symbol,
    quantity: toColumn(holding.quantity),
    unit: findSymbol(holding.symbol)?.unit ?? '1',
    price: toColumn(holding.price),
    pricedOn: dateToColumn(holding.pricedOn),
    priceSource: DEMO_SOURCE,
    locked: holding.locked,
    position,
  })
  const lots = holding.lots.map((lot) => ({
    holdingId: id,
    quantity: toColumn(lot.quantity),
    unitCost: toColumn(lot.unitCost),
    acquiredOn: dateToColumn(lot.acquired),
  }))
  rows.lots.push(...lots)
}
