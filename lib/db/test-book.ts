import { randomUUID } from 'node:crypto'
import type { Book, HoldingRow } from '@/lib/core/book'
import { findBook } from '@/lib/db/book'
import { db } from '@/lib/db/client'

/** For tests: a user with one portfolio, an account of 1,000.00 in cash, and in it 10 VTI at 100. */
export interface TestBook {
  userId: string
  portfolioId: string
  accountId: string
  holdingId: string
}

export async function newTestBook(): Promise<TestBook> {
  const ids = { userId: randomUUID(), portfolioId: randomUUID(), accountId: randomUUID(), holdingId: randomUUID() }
  const holding = {
    id: ids.holdingId,
    symbol: 'VTI',
    quantity: '10',
    price: '100',
    pricedOn: new Date('2026-11-20'),
    priceSource: 'manual',
    position: 1,
  }
  const account = {
    id: ids.accountId,
    name: 'Broker',
    tax: 'taxable' as const,
    cashCents: 100_000n,
    holdings: { create: holding },
  }
  const portfolio = { id: ids.portfolioId, name: 'Mine', accounts: { create: account } }
  await db().user.create({
    data: { id: ids.userId, email: `${ids.userId}@example.test`, portfolios: { create: portfolio } },
  })
  return ids
}

export async function readTestBook({ userId, portfolioId }: TestBook): Promise<Book> {
  const book = await findBook(userId, portfolioId)
  if (!book) throw new Error('The test book is gone.')
  return book
}

export async function readTestRow(of: TestBook, symbol = 'VTI'): Promise<HoldingRow> {
  const row = (await readTestBook(of)).holdings.find((holding) => holding.symbol === symbol)
  if (!row) throw new Error(`No ${symbol} in the test book.`)
  return row
}
