import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GOOD_ALPHA_KEY, GOOD_TIINGO_KEY, type PriceStubs, priceAddresses, startPriceStubs } from '@/e2e/stubs/prices'
import type { Currency } from '@/lib/core/currency'
import { daysBefore, type IsoDate, ONE } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { dateToColumn } from '@/lib/db/decimals'
import { findPortfolio } from '@/lib/db/portfolios'
import { listPricedHoldings, type PricedHolding } from '@/lib/db/price-holdings'
import { listPriceFaults, listQuotes } from '@/lib/db/price-quotes'
import { findPriceRun } from '@/lib/db/price-runs'
import { findPriceSetting, movePriceSource, setCoin, setPriceSource } from '@/lib/db/price-settings'
import { HEARTBEAT_PATIENCE_MS } from '@/lib/db/refresh-runs'
import { newPortfolio, newUser } from '@/lib/db/test-users'
import { readPriceKeyStandings, savePriceKey } from '@/lib/flows/price-keys'
import { armPriceSchedule } from '@/lib/flows/price-schedule'
import { claimPriceRefresh, workPriceRefresh } from '@/lib/flows/refresh-prices'
import { putPricesBack, takePrice } from '@/lib/flows/take-price'

const today = new Date().toISOString().slice(0, 10) as IsoDate
const dollars = (n: number) => BigInt(n) * ONE
let stubs: PriceStubs
let userId: string
let portfolioId: string
let accountId: string
/** Where anything tried to connect to. */
const contacted: string[] = []
const realFetch = globalThis.fetch

beforeAll(async () => {
  stubs = await startPriceStubs()
  for (const [name, value] of Object.entries(priceAddresses(stubs.origin))) vi.stubEnv(name, value)
  vi.stubEnv('FEED_TIMEOUT_MS', '500')
  vi.stubEnv('NEXTAUTH_SECRET', 's'.repeat(43))
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000')
  vi.stubGlobal('fetch', (input: URL | string, init?: RequestInit) => {
    contacted.push(new URL(String(input)).origin)
    return realFetch(input, init)
  })
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await stubs.stop()
})

beforeEach(async () => {
  stubs.clear()
  contacted.length = 0
  await db().feedState.deleteMany()
  userId = await newUser()
  portfolioId = await newPortfolio(userId)
  accountId = randomUUID()
  await db().account.create({ data: { id: accountId, portfolioId, name: 'A', tax: 'taxable' } })
})
afterEach(() => expect(new Set([...contacted, stubs.origin])).toEqual(new Set([stubs.origin])))

interface Held {
  price?: string
  currency?: Currency
  on?: IsoDate
  source?: string
}

async function hold(
  symbol: string,
  { price, currency = 'USD', on = daysBefore(today, 2), source = 'pasted' }: Held = {},
) {
  const priced = price === undefined ? {} : { price, pricedOn: dateToColumn(on), priceSource: source }
  await db().holding.create({ data: { accountId, symbol, quantity: '1', currency, ...priced } })
}

async function refresh(signal = new AbortController().signal): Promise<void> {
  const claim = await claimPriceRefresh(userId, portfolioId, new Date())
  if (!claim) throw new Error('no claim')
  await workPriceRefresh(claim, { signal })
}

const held = async (symbol: string): Promise<PricedHolding> => {
  const row = (await listPricedHoldings(userId, portfolioId)).find((one) => one.symbol === symbol)
  if (!row) throw new Error(`${symbol} is not held`)
  return row
}
const faults = async () => (await listPriceFaults(userId)).map(({ symbol, source, code }) => [symbol, source, code])
const version = async () => (await findPortfolio(userId, portfolioId))?.version

describe('a refresh of prices', () => {
  it('asks nobody until a source is turned on, and then that one alone', async () => {
    await hold('AAPL', { price: '200' })
    await hold('BTC', { price: '80000' })
    expect(await claimPriceRefresh(userId, portfolioId, new Date())).toBeNull()
    expect(contacted).toEqual([])
    await setPriceSource(userId, 'yahoo', true)
    stubs.prices.yahoo.set('AAPL', { price: '229.87' })
    await refresh()
    expect(stubs.requests).toEqual(['/yahoo/v8/finance/chart/AAPL?interval=1d&range=1d'])
    expect(await held('AAPL')).toMatchObject({ price: 22_987n * (ONE / 100n), pricedOn: today, priceSource: 'yahoo' })
    expect((await held('BTC')).priceSource).toBe('pasted')
  })

  it('takes what can be believed, flags what cannot, and changes the portfolio once', async () => {
    await setPriceSource(userId, 'yahoo', true)
    for (const symbol of ['AAPL', 'MSFT', 'VTI', 'NOSUCH']) await hold(symbol, { price: '100' })
    stubs.prices.yahoo.set('AAPL', { price: '110' })
    stubs.prices.yahoo.set('MSFT', { price: '10000' })
    stubs.prices.yahoo.set('VTI', { price: '105' })
    const before = (await version()) ?? 0
    await refresh()
    expect(await version()).toBe(before + 1)
    expect(await held('MSFT')).toMatchObject({ price: dollars(100), priceSource: 'pasted' })
    expect(await held('AAPL')).toMatchObject({ price: dollars(110) })
    expect(await faults()).toEqual([
      ['MSFT', 'yahoo', 'hundredfold'],
      ['NOSUCH', 'yahoo', 'unknownSymbol'],
    ])
    expect(await listQuotes(userId, 'MSFT', 9)).toEqual([])
    expect(await findPriceRun(userId)).toMatchObject({ done: 4, failed: 2 })
    await refresh()
    expect(await version(), 'the same prices again change nothing').toBe(before + 1)
    stubs.prices.yahoo.set('MSFT', { price: '101' })
    await refresh()
    expect(await faults()).toEqual([['NOSUCH', 'yahoo', 'unknownSymbol']])
  })

  it('goes to the next source in the order when the first is not believed', async () => {
    await hold('AAPL', { price: '100' })
    await setPriceSource(userId, 'yahoo', true)
    await setPriceSource(userId, 'tiingo', true)
    await savePriceKey(userId, 'tiingo', GOOD_TIINGO_KEY)
    stubs.prices.yahoo.set('AAPL', { price: '101', currency: 'EUR' })
    stubs.prices.tiingo.set('AAPL', { price: '102.5' })
    await refresh()
    expect(await held('AAPL')).toMatchObject({ priceSource: 'tiingo', price: 1025n * (ONE / 10n) })
    expect(await faults()).toEqual([])
    await movePriceSource(userId, 'tiingo', -1)
    expect((await findPriceSetting(userId)).sources).toEqual(['tiingo', 'yahoo'])
    stubs.requests.length = 0
    await refresh()
    expect(stubs.requests).toEqual(['/tiingo/tiingo/daily/aapl/prices'])
  })

  it('reads pounds for pence as a hundred to one, and prices money funds without asking', async () => {
    await hold('VOD.L', { price: '70', currency: 'GBX' })
    await hold('VMFXX')
    await setPriceSource(userId, 'par', true)
    await setPriceSource(userId, 'yahoo', true)
    stubs.prices.yahoo.set('VOD.L', { price: '0.7134', currency: 'GBP' })
    await refresh()
    expect(await held('VOD.L')).toMatchObject({ price: 7134n * (ONE / 100n), currency: 'GBX' })
    expect(await held('VMFXX')).toMatchObject({ price: ONE, priceSource: 'par' })
    expect(stubs.requests).toHaveLength(1)
    expect(await listQuotes(userId, 'VOD.L', 9)).toMatchObject([{ currency: 'GBX', source: 'yahoo', date: today }])
  })

  it('asks for all coins at once, and for one of unknown name only when the user has said which it is', async () => {
    for (const symbol of ['BTC', 'ETH', 'PEPE']) await hold(symbol)
    await setPriceSource(userId, 'coinGecko', true)
    for (const coin of ['bitcoin', 'ethereum', 'pepe']) stubs.prices.coinGecko.set(coin, { price: '2' })
    await refresh()
    expect((await held('PEPE')).price).toBeNull()
    await setCoin(userId, 'PEPE', 'pepe')
    await refresh()
    expect((await held('PEPE')).price).toBe(dollars(2))
    expect(stubs.requests).toHaveLength(2)
  })

  it('leaves a price entered by hand of the same or a later day, and says so', async () => {
    await hold('AAPL', { price: '100', on: today, source: 'manual' })
    await hold('MSFT', { price: '100', on: daysBefore(today, 1), source: 'manual' })
    await hold('VTI', { price: '100', on: daysBefore(today, 3), source: 'manual' })
    await setPriceSource(userId, 'yahoo', true)
    for (const symbol of ['AAPL', 'MSFT', 'VTI'])
      stubs.prices.yahoo.set(symbol, { price: '101', date: daysBefore(today, 1) })
    await refresh()
    expect(stubs.requests.join(), 'nothing newer could come').not.toContain('AAPL')
    expect(await held('MSFT')).toMatchObject({ price: dollars(100), priceSource: 'manual' })
    expect(await held('VTI')).toMatchObject({ price: dollars(101), priceSource: 'yahoo' })
    expect(await faults()).toEqual([['MSFT', 'yahoo', 'manual']])
  })

  it('leaves alone what was edited by hand while it was under way', async () => {
    await hold('AAPL', { price: '100' })
    await setPriceSource(userId, 'yahoo', true)
    stubs.prices.yahoo.set('AAPL', { price: '110' })
    const claim = await claimPriceRefresh(userId, portfolioId, new Date())
    let edited = false
    const now = () => new Date()
    stubs.wrongs.set('yahoo', 'slow')
    const editing = (async () => {
      await vi.waitFor(() => expect(stubs.requests).toHaveLength(1))
      await db().holding.updateMany({
        where: { accountId },
        data: { price: '99', priceSource: 'manual', pricedOn: dateToColumn(today), version: { increment: 1 } },
      })
      edited = true
    })()
    if (claim) await workPriceRefresh(claim, { signal: new AbortController().signal, now })
    await editing
    expect(edited).toBe(true)
    expect(await held('AAPL')).toMatchObject({ price: dollars(99), priceSource: 'manual' })
    expect(await faults()).toEqual([['AAPL', 'yahoo', 'manual']])
  })
})

describe('sources that fail', () => {
  it('are left alone after three failures, and what is stored stays', async () => {
    await setPriceSource(userId, 'yahoo', true)
    for (const symbol of ['A', 'B', 'C', 'D', 'E']) await hold(symbol, { price: '100' })
    stubs.wrongs.set('yahoo', 'broken')
    await refresh()
    expect(stubs.requests).toHaveLength(3)
    expect(await findPriceRun(userId)).toMatchObject({ done: 5, failed: 5 })
    expect((await faults()).map(([, , code]) => code).sort()).toEqual([
      'network',
      'network',
      'network',
      'waiting',
      'waiting',
    ])
    expect((await held('A')).price).toBe(dollars(100))
    await refresh()
    expect(stubs.requests, 'the circuit is open').toHaveLength(3)
    expect(
      (await faults()).filter(([, , code]) => code === 'network'),
      'waiting hides no reason',
    ).toHaveLength(3)
  })

  it('refuse a key once, and nobody else is kept waiting for it', async () => {
    await setPriceSource(userId, 'alphaVantage', true)
    expect(await savePriceKey(userId, 'alphaVantage', 'no key!')).toBe(false)
    await savePriceKey(userId, 'alphaVantage', 'WRONGKEY00000001')
    await hold('A', { price: '1' })
    await hold('B', { price: '1' })
    await refresh()
    expect(stubs.requests).toHaveLength(1)
    expect(await readPriceKeyStandings(userId)).toMatchObject({ alphaVantage: { state: 'refused', end: '0001' } })
    expect(await claimPriceRefresh(userId, portfolioId, new Date())).toBeNull()
    await savePriceKey(userId, 'alphaVantage', GOOD_ALPHA_KEY)
    stubs.wrongs.set('alphaVantage', 'note')
    await refresh()
    const states = await db().feedState.findMany()
    expect(states.map(({ feed, failure }) => [feed, failure])).toEqual([[`alphaVantage ${userId}`, 'rateLimited']])
  })

  it('leave no key in any stored row or in what the server prints', async () => {
    const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name))
    await hold('AAPL', { price: '100' })
    for (const source of ['alphaVantage', 'tiingo'] as const) await setPriceSource(userId, source, true)
    const keys = [GOOD_ALPHA_KEY, GOOD_TIINGO_KEY, 'WRONGKEY00000001']
    await savePriceKey(userId, 'tiingo', GOOD_TIINGO_KEY)
    for (const [key, wrong] of [
      ['WRONGKEY00000001', null],
      [GOOD_ALPHA_KEY, 'note'],
      [GOOD_ALPHA_KEY, 'html'],
    ] as const) {
      await db().feedState.deleteMany()
      await savePriceKey(userId, 'alphaVantage', key)
      if (wrong) stubs.wrongs.set('alphaVantage', wrong)
      await refresh()
    }
    const tables = await db().$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
    for (const { name } of tables) {
      const rows = await db().$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`)
      expect(
        rows.filter(({ row }) => keys.some((key) => row.includes(key))),
        name,
      ).toEqual([])
    }
    const said = JSON.stringify(printed.map((spy) => spy.mock.calls))
    expect(keys.some((key) => said.includes(key))).toBe(false)
    for (const spy of printed) spy.mockRestore()
  })
})

describe('resuming', () => {
  it('goes on where a stopped server left off, and then takes over all of it', async () => {
    await setPriceSource(userId, 'yahoo', true)
    for (const symbol of ['A', 'B', 'C', 'D']) {
      await hold(symbol, { price: '100' })
      stubs.prices.yahoo.set(symbol, { price: '101' })
    }
    const halt = new AbortController()
    const claim = await claimPriceRefresh(userId, portfolioId, new Date())
    const now = () => {
      if (stubs.requests.length >= 2) halt.abort()
      return new Date()
    }
    if (claim) await workPriceRefresh(claim, { signal: halt.signal, now })
    const left = await findPriceRun(userId)
    expect(left).toMatchObject({ finishedAt: null, done: 1 })
    expect((await held('A')).price, 'nothing is taken over in the middle').toBe(dollars(100))
    expect(await claimPriceRefresh(userId, portfolioId, new Date())).toBeNull()
    const late = new Date(Date.now() + HEARTBEAT_PATIENCE_MS + 1000)
    const resumed = await claimPriceRefresh(userId, portfolioId, late)
    expect(resumed?.run.id).toBe(left?.id)
    stubs.requests.length = 0
    if (resumed) await workPriceRefresh(resumed, { signal: new AbortController().signal })
    expect(stubs.requests).toHaveLength(3)
    for (const symbol of ['A', 'B', 'C', 'D']) expect((await held(symbol)).price).toBe(dollars(101))
  })

  it('stops asking when the user turns the source off on the way', async () => {
    await setPriceSource(userId, 'yahoo', true)
    await hold('A', { price: '100' })
    const claim = await claimPriceRefresh(userId, portfolioId, new Date())
    await setPriceSource(userId, 'yahoo', false)
    if (claim) await workPriceRefresh(claim, { signal: new AbortController().signal })
    expect(stubs.requests).toEqual([])
  })

  it('is one refresh of a user at a time', async () => {
    await setPriceSource(userId, 'yahoo', true)
    await hold('A', { price: '100' })
    const claims = await Promise.all([1, 2, 3].map(() => claimPriceRefresh(userId, portfolioId, new Date())))
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1)
  })
})

describe('a refused price', () => {
  beforeEach(async () => {
    await setPriceSource(userId, 'yahoo', true)
    await hold('MSFT', { price: '100' })
    stubs.prices.yahoo.set('MSFT', { price: '10000' })
    await refresh()
  })

  it('can be taken anyway, and put back', async () => {
    const wanted = { portfolioId, symbol: 'MSFT', source: 'yahoo', price: '10000' }
    expect(await takePrice(userId, { ...wanted, price: '9999' })).toMatchObject({ ok: false, code: 'conflict' })
    const taken = await takePrice(userId, wanted)
    expect(await held('MSFT')).toMatchObject({ price: dollars(10_000), priceSource: 'yahoo', pricedOn: today })
    if (!taken.ok) throw new Error(taken.code)
    expect(await putPricesBack(userId, { portfolioId, former: taken.value })).toMatchObject({ ok: true })
    expect(await held('MSFT')).toMatchObject({ price: dollars(100), priceSource: 'pasted' })
    expect(await putPricesBack(userId, { portfolioId, former: taken.value })).toMatchObject({ code: 'conflict' })
  })

  it('is its user’s alone', async () => {
    const stranger = await newUser()
    const wanted = { portfolioId, symbol: 'MSFT', source: 'yahoo', price: '10000' }
    expect(await takePrice(stranger, wanted)).toMatchObject({ ok: false, code: 'notFound' })
    expect(await listPricedHoldings(stranger, portfolioId)).toEqual([])
    expect(await listPriceFaults(stranger)).toEqual([])
    await setPriceSource(stranger, 'yahoo', true)
    expect(await claimPriceRefresh(stranger, portfolioId, new Date())).toBeNull()
    const row = await held('MSFT')
    const former = [{ id: row.id, version: row.version, price: null, pricedOn: null, priceSource: null }]
    const own = await newPortfolio(stranger)
    for (const id of [portfolioId, own])
      expect(await putPricesBack(stranger, { portfolioId: id, former })).toMatchObject({ ok: false })
    expect((await held('MSFT')).price).toBe(dollars(100))
  })

  it('that is not positive cannot be taken', async () => {
    stubs.prices.yahoo.set('MSFT', { price: '-1' })
    await refresh()
    expect(await faults()).toEqual([['MSFT', 'yahoo', 'notPositive']])
    const answer = await takePrice(userId, { portfolioId, symbol: 'MSFT', source: 'yahoo', price: '-1' })
    expect(answer).toMatchObject({ ok: false, code: 'invalid' })
  })
})

describe('the clock', () => {
  const DAY = 86_400_000

  it('runs once a day for those who have a source on, and stands still for the others', async () => {
    await db().priceSetting.updateMany({ data: { sources: [] } })
    const set = vi.spyOn(globalThis, 'setTimeout')
    const armed = () => set.mock.calls.filter(([, delay]) => (delay ?? 0) > DAY / 2)
    await armPriceSchedule()
    expect(armed()).toEqual([])
    await hold('VMFXX')
    await setPriceSource(userId, 'par', true)
    await armPriceSchedule()
    await armPriceSchedule()
    const [[ring, delay] = [], ...more] = armed()
    expect([delay, more]).toEqual([expect.closeTo(DAY, -8), []])
    expect(contacted).toEqual([])
    if (typeof ring === 'function') ring()
    await vi.waitFor(async () => expect((await findPriceRun(userId))?.finishedAt).toBeTruthy(), 10_000)
    expect((await held('VMFXX')).price).toBe(ONE)
    await vi.waitFor(() => expect(armed(), 'for the next day').toHaveLength(2))
    expect(await claimPriceRefresh(userId, portfolioId, new Date(), new Date(Date.now() - DAY))).toBeNull()
    await db().priceSetting.updateMany({ data: { sources: [] } })
    await armPriceSchedule()
    set.mockRestore()
  })
})
