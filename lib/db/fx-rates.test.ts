import { beforeEach, describe, expect, it } from 'vitest'
import type { MoneyCurrency } from '@/lib/core/currency'
import { decimalText, parseDecimal } from '@/lib/core/decimal'
import type { RateQuote, RateSource } from '@/lib/core/fx'
import { fxRate, type IsoDate } from '@/lib/core/units'
import { findBook } from '@/lib/db/book'
import { db } from '@/lib/db/client'
import { listNewestRates, removeRate, saveRates } from '@/lib/db/fx-rates'
import { isEcbOn, listUsersWithEcb, setEcb } from '@/lib/db/fx-settings'
import { changeBaseCurrency, findPortfolio } from '@/lib/db/portfolios'
import { setPriceSource } from '@/lib/db/price-settings'
import { findSnapshot } from '@/lib/db/snapshot'
import { newTestBook, type TestBook } from '@/lib/db/test-book'
import { newUser } from '@/lib/db/test-users'

const AT = new Date('2026-11-20T12:00:00Z')

function quote(text: string): RateQuote {
  const [currency, other, rate = '', day, source = 'manual'] = text.split(' ')
  const parsed = parseDecimal(rate)
  if (!parsed.ok) throw new Error(text)
  return {
    ...{ currency: currency as MoneyCurrency, quote: other as MoneyCurrency, source: source as RateSource },
    ...{ date: `2026-11-${day}` as IsoDate, rate: fxRate(parsed.value) },
  }
}

const told = (rates: RateQuote[]) =>
  rates.map(({ currency, quote: other, rate, date, source }) =>
    [currency, other, decimalText(rate), date.slice(-2), source].join(' '),
  )

let userId: string
beforeEach(async () => {
  userId = await newUser()
})

describe('saveRates', () => {
  it('keeps every digit, and gives the newest of each pair and source', async () => {
    const all = ['GBP USD 1.3 18', 'GBP USD 1.312345678901234567 20', 'GBP USD 1.29 19 ecb', 'EUR USD 1.08 20 ecb']
    expect(await saveRates(userId, all.map(quote), AT)).toEqual({ ok: true, value: undefined })
    expect(told(await listNewestRates(userId)).sort()).toEqual([
      'EUR USD 1.08 20 ecb',
      'GBP USD 1.29 19 ecb',
      'GBP USD 1.312345678901234567 20 manual',
    ])
  })

  it('puts a rate in the place of one of the same day, and removes one', async () => {
    await saveRates(userId, [quote('GBP USD 1.3 20')], AT)
    await saveRates(userId, [quote('GBP USD 1.31 20')], AT)
    expect(told(await listNewestRates(userId))).toEqual(['GBP USD 1.31 20 manual'])
    await removeRate(userId, quote('GBP USD 1.31 20'))
    await removeRate(userId, quote('GBP USD 1.31 20'))
    expect(await listNewestRates(userId)).toEqual([])
  })

  it('gives away nothing of another user, and removes nothing of theirs', async () => {
    await saveRates(userId, [quote('GBP USD 1.3 20')], AT)
    const stranger = await newUser()
    expect(await listNewestRates(stranger)).toEqual([])
    await removeRate(stranger, quote('GBP USD 1.3 20'))
    expect(await listNewestRates(userId)).toHaveLength(1)
  })
})

/** The book of 10 VTI at 100 and 1,000.00 in cash: the account in euros, the holding in pence. */
async function foreignBook(): Promise<TestBook> {
  const book = await newTestBook()
  await db().account.update({ where: { id: book.accountId }, data: { currency: 'EUR', reserveCents: 5_000n } })
  await db().holding.update({ where: { id: book.holdingId }, data: { currency: 'GBX', price: '1234.5' } })
  return book
}

describe('a portfolio in several currencies', () => {
  it('is read in its own, by the rates of its owner, and its version rises with them', async () => {
    const { userId: owner, portfolioId } = await foreignBook()
    const before = await findSnapshot(owner, portfolioId)
    expect([before?.holdings[0]?.price, before?.accounts[0]?.cash]).toEqual([null, 0n])
    await saveRates(owner, ['GBP USD 1.3125 20', 'EUR USD 1.1 19 ecb'].map(quote), AT)
    await saveRates(userId, [quote('GBP USD 9 21')], AT)
    const after = await findSnapshot(owner, portfolioId)
    expect(after?.version).toBe((before?.version ?? 0) + 1)
    expect(after?.currency).toBe('USD')
    expect(decimalText(after?.holdings[0]?.price ?? 0n)).toBe('16.2028125')
    expect(after?.holdings[0]?.quoted).toMatchObject({ currency: 'GBX', ratedOn: '2026-11-20', source: 'manual' })
    expect(after?.accounts[0]).toMatchObject({
      ...{ cash: 110_000n, reserve: 5_500n },
      quoted: { currency: 'EUR', cash: 100_000n, reserve: 5_000n, ratedOn: '2026-11-19', source: 'ecb' },
    })
  })

  it('is edited in the currencies of its rows, with the rates beside them', async () => {
    const { userId: owner, portfolioId } = await foreignBook()
    await saveRates(owner, [quote('GBP USD 1.3125 20')], AT)
    const book = await findBook(owner, portfolioId)
    expect(book).toMatchObject({
      ...{ currency: 'USD', accounts: [{ currency: 'EUR', cash: 100_000n }] },
      holdings: [{ currency: 'GBX', price: 1_234_500_000_000_000_000_000n }],
    })
    expect(told(book?.rates ?? [])).toEqual(['GBP USD 1.3125 20 manual'])
  })

  it('reads no rates, and says nothing of them, while all stands in one', async () => {
    const { userId: owner, portfolioId } = await newTestBook()
    await saveRates(owner, [quote('GBP USD 1.3125 20')], AT)
    const [snapshot, book] = [await findSnapshot(owner, portfolioId), await findBook(owner, portfolioId)]
    expect(book?.rates).toEqual([])
    expect(snapshot?.accounts[0]).not.toHaveProperty('quoted')
    expect(snapshot?.holdings[0]).not.toHaveProperty('quoted')
  })

  it('is counted in another currency from the moment that its owner says so', async () => {
    const { userId: owner, portfolioId } = await newTestBook()
    await saveRates(owner, [quote('EUR USD 1.25 20')], AT)
    expect(await changeBaseCurrency(userId, { id: portfolioId, baseCurrency: 'EUR' })).toMatchObject({ ok: false })
    await changeBaseCurrency(owner, { id: portfolioId, baseCurrency: 'EUR' })
    expect(await findPortfolio(owner, portfolioId)).toMatchObject({ baseCurrency: 'EUR', version: 3 })
    await changeBaseCurrency(owner, { id: portfolioId, baseCurrency: 'EUR' })
    expect(await findPortfolio(owner, portfolioId)).toMatchObject({ version: 3 })
    const snapshot = await findSnapshot(owner, portfolioId)
    expect([snapshot?.currency, snapshot?.accounts[0]?.cash]).toEqual(['EUR', 80_000n])
  })
})

describe('the switch of the reference rates', () => {
  it('is off until it is turned on, and leaves the other sources alone', async () => {
    expect(await isEcbOn(userId)).toBe(false)
    await setPriceSource(userId, 'yahoo', true)
    await setEcb(userId, true)
    await setEcb(userId, true)
    await setPriceSource(userId, 'coinGecko', true)
    expect([await isEcbOn(userId), (await listUsersWithEcb()).includes(userId)]).toEqual([true, true])
    const { sources } = await db().priceSetting.findUniqueOrThrow({ where: { userId } })
    expect(sources.toSorted()).toEqual(['coinGecko', 'ecb', 'yahoo'])
    await setEcb(userId, false)
    expect(await isEcbOn(userId)).toBe(false)
    const after = await db().priceSetting.findUniqueOrThrow({ where: { userId } })
    expect(after.sources.toSorted()).toEqual(['coinGecko', 'yahoo'])
  })
})
