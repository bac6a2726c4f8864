import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest'
import { type PriceStubs, priceAddresses, startPriceStubs } from '@/e2e/stubs/prices'
import type { Currency } from '@/lib/core/currency'
import { daysBefore, type IsoDate, ONE } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { dateToColumn } from '@/lib/db/decimals'
import { findPortfolio } from '@/lib/db/portfolios'
import { listPricedHoldings, type PricedHolding } from '@/lib/db/price-holdings'
import { listPriceFaults } from '@/lib/db/price-quotes'
import { newPortfolio, newUser } from '@/lib/db/test-users'
import { claimPriceRefresh, workPriceRefresh } from '@/lib/flows/refresh-prices'

export const today = new Date().toISOString().slice(0, 10) as IsoDate
export const dollars = (n: number) => BigInt(n) * ONE

interface Held {
  price?: string
  currency?: Currency
  on?: IsoDate
  source?: string
}

/** For tests: the sources of prices played by this machine, and before each test a new user with one portfolio and an account in it. */
export class PriceDesk {
  userId = ''
  portfolioId = ''
  accountId = ''

  constructor(readonly stubs: PriceStubs) {}

  async clear(): Promise<void> {
    this.stubs.clear()
    await db().feedState.deleteMany()
    this.userId = await newUser()
    this.portfolioId = await newPortfolio(this.userId)
    this.accountId = randomUUID()
    const { accountId: id, portfolioId } = this
    await db().account.create({ data: { id, portfolioId, name: 'A', tax: 'taxable' } })
  }

  async hold(symbol: string, { price, currency = 'USD', on = daysBefore(today, 2), source = 'pasted' }: Held = {}) {
    const priced = price === undefined ? {} : { price, pricedOn: dateToColumn(on), priceSource: source }
    await db().holding.create({ data: { accountId: this.accountId, symbol, quantity: '1', currency, ...priced } })
  }

  claim = (at = new Date(), freshSince?: Date) => claimPriceRefresh(this.userId, this.portfolioId, at, freshSince)

  async refresh(): Promise<void> {
    const claim = await this.claim()
    if (!claim) throw new Error('no claim')
    await workPriceRefresh(claim, { signal: new AbortController().signal })
  }

  async held(symbol: string): Promise<PricedHolding> {
    const row = (await listPricedHoldings(this.userId, this.portfolioId)).find((one) => one.symbol === symbol)
    if (!row) throw new Error(`${symbol} is not held`)
    return row
  }

  faults = async () => (await listPriceFaults(this.userId)).map(({ symbol, source, code }) => [symbol, source, code])
  version = async () => (await findPortfolio(this.userId, this.portfolioId))?.version
}

/** Opens a desk for all tests of a file; each of them fails when anything but the desk's sources was contacted. */
export async function openPriceDesk(): Promise<{ desk: PriceDesk; contacted: string[] }> {
  const desk = new PriceDesk(await startPriceStubs())
  const { origin } = desk.stubs
  const contacted: string[] = []
  const realFetch = globalThis.fetch
  for (const [name, value] of Object.entries(priceAddresses(origin))) vi.stubEnv(name, value)
  vi.stubEnv('FEED_TIMEOUT_MS', '500')
  vi.stubEnv('NEXTAUTH_SECRET', 's'.repeat(43))
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000')
  vi.stubGlobal('fetch', (input: URL | string, init?: RequestInit) => {
    contacted.push(new URL(String(input)).origin)
    return realFetch(input, init)
  })
  beforeEach(async () => {
    contacted.length = 0
    await desk.clear()
  })
  afterEach(() => expect(new Set([...contacted, origin])).toEqual(new Set([origin])))
  afterAll(async () => {
    vi.unstubAllGlobals()
    await desk.stubs.stop()
  })
  return { desk, contacted }
}
