import { beforeEach, describe, expect, it } from 'vitest'
import { listPricedHoldings } from '@/lib/db/price-holdings'
import { listPriceFaults } from '@/lib/db/price-quotes'
import { setPriceSource } from '@/lib/db/price-settings'
import { newPortfolio, newUser } from '@/lib/db/test-users'
import { claimPriceRefresh } from '@/lib/flows/refresh-prices'
import { putPricesBack, takePrice } from '@/lib/flows/take-price'
import { dollars, openPriceDesk, today } from '@/scripts/testing/price-desk'

const { desk } = await openPriceDesk()

describe('a refused price', () => {
  beforeEach(async () => {
    await setPriceSource(desk.userId, 'yahoo', true)
    await desk.hold('MSFT', { price: '100' })
    desk.stubs.prices.yahoo.set('MSFT', { price: '10000' })
    await desk.refresh()
  })

  it('can be taken anyway, and put back', async () => {
    const wanted = { portfolioId: desk.portfolioId, symbol: 'MSFT', source: 'yahoo', price: '10000' }
    expect(await takePrice(desk.userId, { ...wanted, price: '9999' })).toMatchObject({ ok: false, code: 'conflict' })
    const taken = await takePrice(desk.userId, wanted)
    expect(await desk.held('MSFT')).toMatchObject({ price: dollars(10_000), priceSource: 'yahoo', pricedOn: today })
    if (!taken.ok) throw new Error(taken.code)
    expect(await putPricesBack(desk.userId, { portfolioId: desk.portfolioId, former: taken.value })).toMatchObject({
      ok: true,
    })
    expect(await desk.held('MSFT')).toMatchObject({ price: dollars(100), priceSource: 'pasted' })
    expect(await putPricesBack(desk.userId, { portfolioId: desk.portfolioId, former: taken.value })).toMatchObject({
      code: 'conflict',
    })
  })

  it('is its user’s alone', async () => {
    const stranger = await newUser()
    const wanted = { portfolioId: desk.portfolioId, symbol: 'MSFT', source: 'yahoo', price: '10000' }
    expect(await takePrice(stranger, wanted)).toMatchObject({ ok: false, code: 'notFound' })
    expect(await listPricedHoldings(stranger, desk.portfolioId)).toEqual([])
    expect(await listPriceFaults(stranger)).toEqual([])
    await setPriceSource(stranger, 'yahoo', true)
    expect(await claimPriceRefresh(stranger, desk.portfolioId, new Date())).toBeNull()
    const row = await desk.held('MSFT')
    const former = [{ id: row.id, version: row.version, price: null, pricedOn: null, priceSource: null }]
    const own = await newPortfolio(stranger)
    for (const id of [desk.portfolioId, own])
      expect(await putPricesBack(stranger, { portfolioId: id, former })).toMatchObject({ ok: false })
    expect((await desk.held('MSFT')).price).toBe(dollars(100))
  })

  it('that is not positive cannot be taken', async () => {
    desk.stubs.prices.yahoo.set('MSFT', { price: '-1' })
    await desk.refresh()
    expect(await desk.faults()).toEqual([['MSFT', 'yahoo', 'notPositive']])
    const answer = await takePrice(desk.userId, {
      portfolioId: desk.portfolioId,
      symbol: 'MSFT',
      source: 'yahoo',
      price: '-1',
    })
    expect(answer).toMatchObject({ ok: false, code: 'invalid' })
  })
})
