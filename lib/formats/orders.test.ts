import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weights } from '@/lib/core/asset-class'
import { decimalText } from '@/lib/core/decimal'
import type { Trade } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { Holding } from '@/lib/core/portfolio'
import { cents, type IsoDate, marketValue, ONE, quantity, unitPrice } from '@/lib/core/units'
import { restored } from '@/lib/formats/csv-text'
import { genericOrders } from '@/lib/formats/orders-generic'
import { ibBasket } from '@/lib/formats/orders-ib'
import { anyDocument } from '@/lib/formats/random-document'

const HEADER = 'Action,Quantity,Symbol,SecType,Exchange,Currency,TimeInForce,OrderType'

function withTrade(symbol: string, more: Partial<Trade> = {}, holding: Partial<Holding> = {}): PlanDocument {
  const trade = { holdingId: 'h', accountId: 'a', symbol, name: '', side: 'buy', quantity: quantity(5n * ONE) }
  const money = { price: unitPrice(10n * ONE), value: cents(5_000n), cost: cents(0n), lots: [], tax: null, ...more }
  const account = { id: 'a', name: 'A', tax: 'taxable', cash: cents(0n), reserve: cents(0n) }
  const held = { id: 'h', accountId: 'a', symbol, unit: quantity(ONE), split: null, ...holding }
  const snapshot = { currency: 'USD', accounts: [account], holdings: [held] }
  return { snapshot, plan: { trades: [{ ...trade, ...money }] } } as unknown as PlanDocument
}

const order = (symbol: string, more?: Partial<Trade>, holding?: Partial<Holding>): string => {
  const { csv, refused } = ibBasket(withTrade(symbol, more, holding), 'a')
  return csv?.split('\r\n')[1] ?? String(refused[0]?.reason)
}
const quotedIn = (currency: NonNullable<Holding['quoted']>['currency']): Partial<Holding> => ({
  quoted: { currency, price: unitPrice(ONE), rate: null, ratedOn: null, source: null },
})

describe('a basket file of Interactive Brokers', () => {
  it('has the documented columns and one market order for each trade', () => {
    const { csv, orders, refused } = ibBasket(withTrade('VTI', { side: 'sell' }), 'a')
    expect(csv).toBe(`${HEADER}\r\nSELL,5,VTI,STK,SMART,USD,DAY,MKT\r\n`)
    expect([orders, refused]).toEqual([1, []])
  })

  it.each([
    ['BRK.B', 'BUY,5,BRK B,STK,SMART,USD,DAY,MKT'],
    ['BRK-B', 'BUY,5,BRK B,STK,SMART,USD,DAY,MKT'],
    ['XYZ/A', 'BUY,5,XYZ A,STK,SMART,USD,DAY,MKT'],
  ])('writes the share class of %s with a space', (symbol, line) => expect(order(symbol)).toBe(line))

  it.each([
    'XYZ-B',
    'XYZ.L',
    'VOD.L.X',
    'A,B',
    'A"B',
    '=CMD',
    '+A',
    '-A',
    '@A',
    'Ａ',
    '招商',
    '912828XX1',
    'ABC.WS',
    'abc',
  ])('refuses the symbol %s', (symbol) => expect(order(symbol)).toBe('symbol'))

  it('refuses what such an order cannot be', () => {
    expect(order('VTI', { quantity: quantity(ONE / 2n) })).toBe('fraction')
    expect(order('BTC')).toBe('coin')
    expect(order('NEW-USD', {}, { split: weights({ digital: 10_000 }) })).toBe('coin')
    expect(order('VTSAX')).toBe('fund')
    expect(order('ABCDX')).toBe('fund')
    expect(order('SPAXX')).toBe('fund')
    expect(order('ABC', {}, quotedIn('CNY'))).toBe('currency')
  })

  it('names the currency in which a share is quoted, and pence as pounds', () => {
    expect(order('SAP', {}, quotedIn('EUR'))).toBe('BUY,5,SAP,STK,SMART,EUR,DAY,MKT')
    expect(order('VOD', {}, quotedIn('GBX'))).toBe('BUY,5,VOD,STK,SMART,GBP,DAY,MKT')
    expect(order('700', {}, quotedIn('HKD'))).toBe('BUY,5,700,STK,SMART,HKD,DAY,MKT')
    expect(order('VOD.A', {}, quotedIn('GBX'))).toBe('symbol')
  })

  it('has every trade of an account once: as an order or as a refusal', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const account of document.snapshot.accounts) {
          const own = document.plan.trades.filter((trade) => trade.accountId === account.id)
          const { csv, orders, refused } = ibBasket(document, account.id)
          expect(orders + refused.length).toBe(own.length)
          expect(csv === null).toBe(orders === 0)
          const rows: string[][] = csv === null ? [] : parse(csv)
          expect(rows.length).toBe(orders === 0 ? 0 : orders + 1)
          expect(rows.every((cells) => cells.length === 8)).toBe(true)
          const taken = own.filter((trade) => !refused.some((r) => r.trade === trade))
          expect(rows.slice(1).map((cells) => cells[1])).toEqual(taken.map((t) => decimalText(t.quantity)))
          expect(csv ?? '').toMatch(/^[\x20-\x7e\r\n]*$/)
        }
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

describe('a generic list of orders', () => {
  it('reads back as it was, for all accounts and for one', () => {
    fc.assert(
      fc.property(anyDocument, fc.string({ unit: 'grapheme' }), (document, note) => {
        const all: Record<string, string>[] = parse(
          genericOrders(document, null, () => note),
          { columns: true, bom: true },
        )
        expect(all).toHaveLength(document.plan.trades.length)
        document.plan.trades.forEach((trade, i) => {
          const account = document.snapshot.accounts.find((a) => a.id === trade.accountId)
          expect([restored(all[i]?.account ?? ''), restored(all[i]?.note ?? '')]).toEqual([account?.name, note])
          const quoted = document.snapshot.holdings.find((h) => h.id === trade.holdingId)?.quoted
          const own = quoted?.price
            ? { price: quoted.price, currency: quoted.currency, value: marketValue(trade.quantity, quoted.price) }
            : { price: trade.price, currency: document.snapshot.currency, value: trade.value }
          expect(all[i]).toMatchObject({
            action: trade.side.toUpperCase(),
            symbol: trade.symbol,
            quantity: decimalText(trade.quantity),
            price: decimalText(own.price, undefined, 2),
            currency: own.currency,
            value: decimalText(own.value, 2, 2),
          })
        })
        for (const { id } of document.snapshot.accounts) {
          const own: string[][] = parse(
            genericOrders(document, id, () => note),
            { bom: true },
          )
          expect(own).toHaveLength(document.plan.trades.filter((t) => t.accountId === id).length + 1)
        }
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  it('prices an order in the currency of its security', () => {
    const document = withTrade(
      'VOD',
      {},
      {
        quoted: {
          currency: 'GBX',
          price: unitPrice(72n * ONE),
          rate: null,
          ratedOn: '2026-11-20' as IsoDate,
          source: 'ecb',
        },
      },
    )
    expect(genericOrders(document, 'a', () => '')).toContain('\r\nA,BUY,VOD,5,72.00,GBX,360.00,\r\n')
  })
})
