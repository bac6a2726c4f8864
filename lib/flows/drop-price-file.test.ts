import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { IsoDate } from '@/lib/core/units'
import { ONE } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { dateToColumn } from '@/lib/db/decimals'
import { listPricedHoldings } from '@/lib/db/price-holdings'
import { listPriceFaults, listQuotes } from '@/lib/db/price-quotes'
import { newPortfolio, newUser } from '@/lib/db/test-users'
import { previewPriceFile, storePriceFile } from '@/lib/flows/drop-price-file'
import { readPrices } from '@/lib/flows/read-prices'
import { putPricesBack } from '@/lib/flows/take-price'

const asOf = '2026-11-20' as IsoDate
const at = new Date('2026-11-20T12:00:00Z')
let userId: string
let portfolioId: string

beforeEach(async () => {
  userId = await newUser()
  portfolioId = await newPortfolio(userId)
  for (const [position, name] of ['A', 'B'].entries())
    await db().account.create({ data: { id: randomUUID(), portfolioId, name, position, tax: 'taxable' } })
  const accounts = await db().account.findMany({ where: { portfolioId }, orderBy: { name: 'asc' } })
  let position = 0
  const hold = (account: number, symbol: string, price: string, currency = 'USD', priceSource = 'pasted') =>
    db().holding.create({
      data: {
        ...{ accountId: accounts[account]?.id ?? '', symbol, quantity: '1', price, currency, priceSource },
        pricedOn: dateToColumn('2026-11-10' as IsoDate),
        position: position++,
      },
    })
  await hold(0, 'VTI', '300')
  await hold(1, 'VTI', '301')
  await hold(0, 'VOD.L', '70', 'GBX')
  await hold(0, 'MSFT', '500')
  await hold(0, 'TLT', '90', 'USD', 'manual')
})

const FILE = `symbol,date,price,currency
VTI,2026-11-19,310,USD
VTI,2026-11-18,309,USD
VOD.L,,0.72,GBP
MSFT,2026-11-19,5,USD
TLT,2026-11-10,91,
NOSUCH,,1,USD
VTI,2026-11-17,oops,USD
`
const prices = async (who = userId) =>
  (await listPricedHoldings(who, portfolioId)).map(({ symbol, price, priceSource }) => [symbol, price, priceSource])

describe('a price file', () => {
  it('says of each line what becomes of it, and stores nothing yet', async () => {
    const before = await prices()
    const report = await previewPriceFile(userId, asOf, { portfolioId, text: FILE })
    expect(report.prices.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'taken'],
      [3, 'history'],
      [4, 'taken'],
      [5, 'hundredfold'],
      [6, 'manual'],
      [7, 'notHeld'],
    ])
    expect(report.problems).toEqual([{ line: 8, problem: 'price', text: 'oops' }])
    expect(await prices()).toEqual(before)
    expect(await listQuotes(userId, 'VTI', 9)).toEqual([])
  })

  it('is taken as one change that can be put back', async () => {
    const before = await prices()
    const stored = await storePriceFile(userId, asOf, { portfolioId, text: FILE, at })
    expect(await prices()).toEqual([
      ['VTI', 310n * ONE, 'file'],
      ['VOD.L', 72n * ONE, 'file'],
      ['MSFT', 500n * ONE, 'pasted'],
      ['TLT', 90n * ONE, 'manual'],
      ['VTI', 310n * ONE, 'file'],
    ])
    expect((await listQuotes(userId, 'VTI', 9)).map(({ date, price }) => [date, price / ONE])).toEqual([
      ['2026-11-19', 310n],
      ['2026-11-18', 309n],
    ])
    expect((await listPriceFaults(userId)).map(({ symbol, code }) => [symbol, code])).toEqual([
      ['MSFT', 'hundredfold'],
      ['TLT', 'manual'],
    ])
    if (!stored.ok) throw new Error(stored.code)
    expect(await putPricesBack(userId, { portfolioId, former: stored.value })).toMatchObject({ ok: true })
    expect(await prices()).toEqual(before)
  })

  it('shows its refusals on the page until another price settles them', async () => {
    await storePriceFile(userId, asOf, { portfolioId, text: FILE, at })
    const faultsOf = async (symbol: string) =>
      (await readPrices(userId, portfolioId, asOf)).standings
        .find((row) => row.symbol === symbol)
        ?.faults.map(({ code }) => code)
    expect([await faultsOf('MSFT'), await faultsOf('TLT'), await faultsOf('VTI')]).toEqual([
      ['hundredfold'],
      ['manual'],
      [],
    ])
    await db().holding.updateMany({
      where: { symbol: { in: ['MSFT', 'TLT'] }, account: { portfolioId } },
      data: { priceSource: 'manual', pricedOn: dateToColumn(asOf) },
    })
    expect([await faultsOf('MSFT'), await faultsOf('TLT')]).toEqual([[], []])
  })

  it("does nothing in another user's portfolio", async () => {
    const stranger = await newUser()
    const before = await prices()
    const report = await previewPriceFile(stranger, asOf, { portfolioId, text: FILE })
    expect(new Set(report.prices.map(({ outcome }) => outcome))).toEqual(new Set(['notHeld']))
    expect(await storePriceFile(stranger, asOf, { portfolioId, text: FILE, at })).toMatchObject({ ok: false })
    expect(await prices()).toEqual(before)
  })

  it('counts what is fresh, stale and without a price', async () => {
    await db().holding.updateMany({
      where: { symbol: 'MSFT', account: { portfolioId } },
      data: { price: null, pricedOn: null, priceSource: null },
    })
    await storePriceFile(userId, asOf, { portfolioId, text: 'symbol,date,price\nVTI,2026-11-19,310\n', at })
    const reading = await readPrices(userId, portfolioId, asOf)
    expect([reading.fresh, reading.stale, reading.unpriced]).toEqual([2, 2, 1])
  })
})
