import { describe, expect, it, vi } from 'vitest'
import { GOOD_TIINGO_KEY } from '@/e2e/stubs/prices'
import { daysBefore, ONE } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { dateToColumn } from '@/lib/db/decimals'
import { listQuotes } from '@/lib/db/price-quotes'
import { findPriceRun } from '@/lib/db/price-runs'
import { findPriceSetting, movePriceSource, setCoin, setPriceSource } from '@/lib/db/price-settings'
import { HEARTBEAT_PATIENCE_MS } from '@/lib/db/runs'
import { savePriceKey } from '@/lib/flows/price-keys'
import { workPriceRefresh } from '@/lib/flows/refresh-prices'
import { dollars, openPriceDesk, today } from '@/scripts/testing/price-desk'

const { desk, contacted } = await openPriceDesk()

describe('a refresh of prices', () => {
  it('asks nobody until a source is turned on, and then that one alone', async () => {
    await desk.hold('AAPL', { price: '200' })
    await desk.hold('BTC', { price: '80000' })
    expect(await desk.claim()).toBeNull()
    expect(contacted).toEqual([])
    await setPriceSource(desk.userId, 'yahoo', true)
    desk.stubs.prices.yahoo.set('AAPL', { price: '229.87' })
    await desk.refresh()
    expect(desk.stubs.requests).toEqual(['/yahoo/v8/finance/chart/AAPL?interval=1d&range=1d'])
    expect(await desk.held('AAPL')).toMatchObject({
      price: 22_987n * (ONE / 100n),
      pricedOn: today,
      priceSource: 'yahoo',
    })
    expect((await desk.held('BTC')).priceSource).toBe('pasted')
  })

  it('takes what can be believed, flags what cannot, and changes the portfolio once', async () => {
    await setPriceSource(desk.userId, 'yahoo', true)
    for (const symbol of ['AAPL', 'MSFT', 'VTI', 'NOSUCH']) await desk.hold(symbol, { price: '100' })
    desk.stubs.prices.yahoo.set('AAPL', { price: '110' })
    desk.stubs.prices.yahoo.set('MSFT', { price: '10000' })
    desk.stubs.prices.yahoo.set('VTI', { price: '105' })
    const before = (await desk.version()) ?? 0
    await desk.refresh()
    expect(await desk.version()).toBe(before + 1)
    expect(await desk.held('MSFT')).toMatchObject({ price: dollars(100), priceSource: 'pasted' })
    expect(await desk.held('AAPL')).toMatchObject({ price: dollars(110) })
    expect(await desk.faults()).toEqual([
      ['MSFT', 'yahoo', 'hundredfold'],
      ['NOSUCH', 'yahoo', 'unknownSymbol'],
    ])
    expect(await listQuotes(desk.userId, 'MSFT', 9)).toEqual([])
    expect(await findPriceRun(desk.userId)).toMatchObject({ done: 4, failed: 2 })
    await desk.refresh()
    expect(await desk.version(), 'the same prices again change nothing').toBe(before + 1)
    desk.stubs.prices.yahoo.set('MSFT', { price: '101' })
    await desk.refresh()
    expect(await desk.faults()).toEqual([['NOSUCH', 'yahoo', 'unknownSymbol']])
  })

  it('goes to the next source in the order when the first is not believed', async () => {
    await desk.hold('AAPL', { price: '100' })
    await setPriceSource(desk.userId, 'yahoo', true)
    await setPriceSource(desk.userId, 'tiingo', true)
    await savePriceKey(desk.userId, 'tiingo', GOOD_TIINGO_KEY)
    desk.stubs.prices.yahoo.set('AAPL', { price: '101', currency: 'EUR' })
    desk.stubs.prices.tiingo.set('AAPL', { price: '102.5' })
    await desk.refresh()
    expect(await desk.held('AAPL')).toMatchObject({ priceSource: 'tiingo', price: 1025n * (ONE / 10n) })
    expect(await desk.faults()).toEqual([])
    await movePriceSource(desk.userId, 'tiingo', -1)
    expect((await findPriceSetting(desk.userId)).sources).toEqual(['tiingo', 'yahoo'])
    desk.stubs.requests.length = 0
    await desk.refresh()
    expect(desk.stubs.requests).toEqual(['/tiingo/tiingo/daily/aapl/prices'])
  })

  it('reads pounds for pence as a hundred to one, and prices money funds without asking', async () => {
    await desk.hold('VOD.L', { price: '70', currency: 'GBX' })
    await desk.hold('VMFXX')
    await setPriceSource(desk.userId, 'par', true)
    await setPriceSource(desk.userId, 'yahoo', true)
    desk.stubs.prices.yahoo.set('VOD.L', { price: '0.7134', currency: 'GBP' })
    await desk.refresh()
    expect(await desk.held('VOD.L')).toMatchObject({ price: 7134n * (ONE / 100n), currency: 'GBX' })
    expect(await desk.held('VMFXX')).toMatchObject({ price: ONE, priceSource: 'par' })
    expect(desk.stubs.requests).toHaveLength(1)
    expect(await listQuotes(desk.userId, 'VOD.L', 9)).toMatchObject([{ currency: 'GBX', source: 'yahoo', date: today }])
  })

  it('asks for all coins at once, and for one of unknown name only when the user has said which it is', async () => {
    for (const symbol of ['BTC', 'ETH', 'PEPE']) await desk.hold(symbol)
    await setPriceSource(desk.userId, 'coinGecko', true)
    for (const coin of ['bitcoin', 'ethereum', 'pepe']) desk.stubs.prices.coinGecko.set(coin, { price: '2' })
    await desk.refresh()
    expect((await desk.held('PEPE')).price).toBeNull()
    await setCoin(desk.userId, 'PEPE', 'pepe')
    await desk.refresh()
    expect((await desk.held('PEPE')).price).toBe(dollars(2))
    expect(desk.stubs.requests).toHaveLength(2)
  })

  it('leaves a price entered by hand of the same or a later day, and says so', async () => {
    await desk.hold('AAPL', { price: '100', on: today, source: 'manual' })
    await desk.hold('MSFT', { price: '100', on: daysBefore(today, 1), source: 'manual' })
    await desk.hold('VTI', { price: '100', on: daysBefore(today, 3), source: 'manual' })
    await setPriceSource(desk.userId, 'yahoo', true)
    for (const symbol of ['AAPL', 'MSFT', 'VTI'])
      desk.stubs.prices.yahoo.set(symbol, { price: '101', date: daysBefore(today, 1) })
    await desk.refresh()
    expect(desk.stubs.requests.join(), 'nothing newer could come').not.toContain('AAPL')
    expect(await desk.held('MSFT')).toMatchObject({ price: dollars(100), priceSource: 'manual' })
    expect(await desk.held('VTI')).toMatchObject({ price: dollars(101), priceSource: 'yahoo' })
    expect(await desk.faults()).toEqual([['MSFT', 'yahoo', 'manual']])
  })

  it('leaves alone what was edited by hand while it was under way', async () => {
    await desk.hold('AAPL', { price: '100' })
    await setPriceSource(desk.userId, 'yahoo', true)
    desk.stubs.prices.yahoo.set('AAPL', { price: '110' })
    const claim = await desk.claim()
    let edited = false
    const now = () => new Date()
    desk.stubs.wrongs.set('yahoo', 'slow')
    const editing = (async () => {
      await vi.waitFor(() => expect(desk.stubs.requests).toHaveLength(1))
      await db().holding.updateMany({
        where: { accountId: desk.accountId },
        data: { price: '99', priceSource: 'manual', pricedOn: dateToColumn(today), version: { increment: 1 } },
      })
      edited = true
    })()
    if (claim) await workPriceRefresh(claim, { signal: new AbortController().signal, now })
    await editing
    expect(edited).toBe(true)
    expect(await desk.held('AAPL')).toMatchObject({ price: dollars(99), priceSource: 'manual' })
    expect(await desk.faults()).toEqual([['AAPL', 'yahoo', 'manual']])
  })
})

describe('resuming', () => {
  it('goes on where a stopped server left off, and then takes over all of it', async () => {
    await setPriceSource(desk.userId, 'yahoo', true)
    for (const symbol of ['A', 'B', 'C', 'D']) {
      await desk.hold(symbol, { price: '100' })
      desk.stubs.prices.yahoo.set(symbol, { price: '101' })
    }
    const halt = new AbortController()
    const claim = await desk.claim()
    const now = () => {
      if (desk.stubs.requests.length >= 2) halt.abort()
      return new Date()
    }
    if (claim) await workPriceRefresh(claim, { signal: halt.signal, now })
    const left = await findPriceRun(desk.userId)
    expect(left).toMatchObject({ finishedAt: null, done: 1 })
    expect((await desk.held('A')).price, 'nothing is taken over in the middle').toBe(dollars(100))
    expect(await desk.claim()).toBeNull()
    const late = new Date(Date.now() + HEARTBEAT_PATIENCE_MS + 1000)
    const resumed = await desk.claim(late)
    expect(resumed?.run.id).toBe(left?.id)
    desk.stubs.requests.length = 0
    if (resumed) await workPriceRefresh(resumed, { signal: new AbortController().signal })
    expect(desk.stubs.requests).toHaveLength(3)
    for (const symbol of ['A', 'B', 'C', 'D']) expect((await desk.held(symbol)).price).toBe(dollars(101))
  })

  it('stops asking when the user turns the source off on the way', async () => {
    await setPriceSource(desk.userId, 'yahoo', true)
    await desk.hold('A', { price: '100' })
    const claim = await desk.claim()
    await setPriceSource(desk.userId, 'yahoo', false)
    if (claim) await workPriceRefresh(claim, { signal: new AbortController().signal })
    expect(desk.stubs.requests).toEqual([])
  })

  it('is one refresh of a user at a time', async () => {
    await setPriceSource(desk.userId, 'yahoo', true)
    await desk.hold('A', { price: '100' })
    const claims = await Promise.all([1, 2, 3].map(() => desk.claim()))
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1)
  })
})
