import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText } from '@/lib/core/decimal'
import { ONE } from '@/lib/core/units'
import { readQuoteFile } from '@/lib/formats/quote-file'

const quotesOf = (text: string) => {
  const read = readQuoteFile(text)
  if (!read.ok) throw new Error(read.fault)
  return read
}

describe('a file of prices', () => {
  it('is read by its titles, in any order and with what else it has', () => {
    const { quotes, problems } = quotesOf(
      '\ufeffDate;Name;Price;Symbol;Currency\r\n2026-11-20;Apple;"229,870.5";aapl;USD\r\n20 Nov 2026;Vodafone;71.34;VOD.L;GBp\r\n',
    )
    expect(problems).toEqual([])
    expect(quotes).toEqual([
      { line: 2, symbol: 'AAPL', date: '2026-11-20', price: 2_298_705n * (ONE / 10n), currency: 'USD' },
      { line: 3, symbol: 'VOD.L', date: '2026-11-20', price: 7134n * (ONE / 100n), currency: 'GBX' },
    ])
  })

  it('needs neither dates nor currencies', () => {
    expect(quotesOf('代码,价格\nAAPL,1\n').quotes).toEqual([
      { line: 2, symbol: 'AAPL', date: null, price: ONE, currency: null },
    ])
  })

  it('names every line that it leaves out', () => {
    const { quotes, problems } = quotesOf(
      [
        'symbol,date,price,currency',
        ...[
          'A,2026-11-20,1,USD',
          ',2026-11-20,1,USD',
          'B,03/04/2026,1,USD',
          'C,2026-13-01,1,USD',
          'D,2026-11-20,n/a,USD',
        ],
        ...[
          'E,2026-11-20,-1,USD',
          'F,2026-11-20,1,XAU',
          'A,2026-11-20,2,USD',
          'A,2026-11-20,1,USD',
          'G,2026-11-20,1e400,USD',
        ],
      ].join('\n'),
    )
    expect(quotes).toHaveLength(1)
    expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
      [3, 'symbol'],
      [4, 'ambiguousDate'],
      [5, 'date'],
      [6, 'price'],
      [7, 'notPositive'],
      [8, 'currency'],
      [9, 'twoPrices'],
      [11, 'price'],
    ])
  })

  it.each([
    ['', 'noSymbolColumn'],
    ['symbol,date\nA,2026-11-20', 'noPriceColumn'],
    ['symbol,price\nA,none', 'noPrices'],
    ['symbol,price\n"A,1', 'unreadable'],
    ['x'.repeat(900_001), 'tooLong'],
  ])('that cannot be read is refused: %#', (text, fault) => {
    expect(readQuoteFile(text)).toMatchObject({ ok: false, fault })
  })

  it('keeps every digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 32n }), (price) => {
        expect(quotesOf(`symbol,price\nA,${decimalText(price)}`).quotes[0]?.price).toBe(price)
      }),
    )
  })

  it('never throws, and every line ends somewhere', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string(), fc.string())), (rows) => {
        const cell = (text: string) => `"${text.replaceAll('"', '""').replace(/[\r\n]/g, ' ')}"`
        const text = ['symbol,date,price', ...rows.map((row) => row.map(cell).join())].join('\n')
        const read = readQuoteFile(text)
        expect((read.ok ? read.quotes.length : 0) + read.problems.length).toBeLessThanOrEqual(rows.length)
      }),
    )
  })
})
