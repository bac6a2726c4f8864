import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDecimal } from '@/lib/core/decimal'
import { convertPrice, fxRate, ONE, unitPrice } from '@/lib/core/units'
import { restored } from '@/lib/formats/csv-text'
import { planCsv } from '@/lib/formats/plan-csv'
import { anyDocument } from '@/lib/formats/random-document'

const COLUMNS = [
  ...'account,side,symbol,name,quantity,price,currency,price_date,price_source,value,cost,estimated_tax,reason'.split(
    ',',
  ),
  ...'quoted_price,quoted_currency,rate,rate_date,rate_source'.split(','),
]

const exact = (text: string | undefined): bigint => {
  const parsed = parseDecimal(text ?? '')
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem}`)
  return parsed.value
}

/** Every document has a plan of its own to compute. */
const SLOW_MS = 30_000

describe('plan CSV', () => {
  it(
    'reads back as it was: every row, every digit, every name',
    () => {
      fc.assert(
        fc.property(anyDocument, fc.string({ unit: 'grapheme' }), (document, sentence) => {
          const rows: Record<string, string>[] = parse(
            planCsv(document, () => sentence),
            { columns: true, bom: true },
          )
          expect(rows).toHaveLength(document.plan.trades.length)
          rows.forEach((row, i) => {
            const trade = document.plan.trades[i]
            const holding = document.snapshot.holdings.find((h) => h.id === trade?.holdingId)
            const account = document.snapshot.accounts.find((a) => a.id === trade?.accountId)
            const { currency } = document.snapshot
            expect([row.side, row.currency, row.price_date]).toEqual([trade?.side, currency, holding?.pricedOn])
            const { quoted } = holding ?? {}
            expect([row.quoted_currency, row.rate_date]).toEqual([quoted?.currency ?? '', quoted?.ratedOn ?? ''])
            // What the row says of the rate leads to the price in it.
            const converted = quoted && convertPrice(unitPrice(exact(row.quoted_price)), fxRate(exact(row.rate)))
            expect(converted ?? trade?.price).toBe(trade?.price)
            expect([row.account, row.name, row.reason].map((cell) => restored(cell ?? ''))).toEqual([
              account?.name,
              trade?.name,
              sentence,
            ])
            expect([exact(row.quantity), exact(row.price)]).toEqual([trade?.quantity, trade?.price])
            expect(exact(row.value)).toBe((trade?.value ?? 0n) * (ONE / 100n))
            expect(row.estimated_tax === '' ? null : exact(row.estimated_tax) / (ONE / 100n)).toBe(trade?.tax)
          })
          const moved = rows.map((row) => exact(row.side === 'sell' ? row.value : `-${row.value}`) - exact(row.cost))
          const cash = Object.values(document.plan.cashAfter).reduce((total, c) => total + c, 0n)
          const came = document.policy.cashFlows.reduce((total, flow) => total + flow.amount, 0n)
          const had = document.snapshot.accounts.reduce((total, account) => total + account.cash, came)
          expect(moved.reduce((total, m) => total + m, 0n)).toBe((cash - had) * (ONE / 100n))
        }),
        { numRuns: 40 },
      )
    },
    SLOW_MS,
  )

  it(
    'is one flat table with a byte order mark, CRLF and no formula in any cell',
    () => {
      fc.assert(
        fc.property(anyDocument, fc.string(), (document, sentence) => {
          const text = planCsv(document, () => sentence)
          expect(text.startsWith(`\uFEFF${COLUMNS.join(',')}\r\n`)).toBe(true)
          expect(text.endsWith('\r\n')).toBe(true)
          const cells: string[][] = parse(text, { bom: true })
          expect(cells.every((row) => row.length === COLUMNS.length)).toBe(true)
          expect(cells.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
        }),
        { numRuns: 40 },
      )
    },
    SLOW_MS,
  )
})
