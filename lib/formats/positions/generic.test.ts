import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPositions } from '@/lib/formats/positions'
import type { PositionsFile } from '@/lib/formats/positions/positions-file'

function read(text: string | string[], name = 'holdings.csv'): PositionsFile {
  const bytes = new TextEncoder().encode(typeof text === 'string' ? text : text.join('\n'))
  const file = readPositions(bytes, name)
  if (file.format === null) throw new Error(file.reason)
  return file
}
const brief = (file: PositionsFile) =>
  file.holdings.map((h) => `${h.line} ${h.account} ${h.symbol} ${h.quantity} ${h.value}`)
const linesOf = (file: PositionsFile): number[] =>
  [...file.holdings, ...file.rejected, ...file.skipped, ...file.notes.filter((note) => note.code === 'cash')]
    .map(({ line }) => line)
    .sort((a, b) => a - b)
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1)

const TWO_ACCOUNTS = [
  'Household positions',
  'As of 11/20/2026',
  '',
  'Account,Symbol,Description,Quantity,Price,Market Value,Cost Basis,Currency',
  'Roth IRA,VTI,Total Stock Market,10.5,$300.00,"$3,150.00","$2,100.00",USD',
  'Roth IRA,SPAXX**,Government Money Market,1000,1.00,"1,000.00",n/a,USD',
  'Joint,CASH,,,,"5,000.25",,USD',
  'Joint,912828ZT0,US Treasury 0.25% 2035,10000,99.50,"9,950.00",--,USD',
  'Joint,XYZ,Broken,1e400,1,1,1,USD',
  'Joint,AAPL 01/15/2027 150.00 C,Call,1,1,100,1,USD',
  'Joint,MSFT,Sold short,-5,400,-2000,1,USD',
  'Joint,IBM,Closed,0,250,0,0,USD',
  'Joint,NESN,In francs,5,80,400,70,CHF',
  'Joint,,No symbol,5,80,400,70,USD',
  'Total,,,,,"19,100.25",,',
  '',
  '"Delayed data, provided ""as is"", 2026."',
]

describe('any other table', () => {
  it('is read by its titles, each line once', () => {
    const file = read(TWO_ACCOUNTS)
    expect(linesOf(file)).toEqual(upTo(TWO_ACCOUNTS.length))
    expect(file).toMatchObject({
      format: 'generic',
      accounts: [
        { id: 'Roth IRA', tax: 'free', cash: null },
        { id: 'Joint', tax: 'taxable', cash: '5000.25' },
      ],
      holdings: [
        { account: 'Roth IRA', symbol: 'VTI', quantity: '10.5', price: '300', value: '3150', unitCost: '200' },
        { symbol: 'SPAXX', class: 'moneyFunds', unitCost: null },
        { symbol: '912828ZT0', value: '9950', line: 8 },
      ],
    })
    expect(file.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [9, 'quantityNotNumber'],
      [10, 'option'],
      [11, 'short'],
      [13, 'currencyUnknown'],
      [14, 'symbolMissing'],
    ])
    expect(file.skipped.map(({ rule }) => rule)).toEqual(
      'preamble preamble blank header zero total blank footer'.split(' '),
    )
    expect(file.notes.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '6 costUnknown',
      '7 cash',
      '8 perHundred',
      '8 costUnknown',
    ])
  })

  it('says how far a total is from what was read', () => {
    const file = read('Symbol,Name,Qty,Value\nVTI,Fund,1,300\nTotal,,,310.50\n')
    expect(file.notes).toEqual([{ line: 3, code: 'totalMismatch', values: { file: '310.5', ours: '300' } }])
  })

  it('reads Chinese titles, decimal commas and full-width digits', () => {
    const file = read(
      '代码;名称;数量;现价;市值(元)\n600519;贵州茅台;１００;1.500,25;150.025,00\n161725;白酒;1.234,56;0,987;1.218,51\n',
    )
    expect(file.holdings).toMatchObject([
      { symbol: '600519', quantity: '100', price: '1500.25', value: '150025', currency: 'CNY' },
      { symbol: '161725', quantity: '1234.56', price: '0.987', value: '1218.51', currency: 'CNY' },
    ])
  })

  it('refuses a number that could be two', () => {
    const file = read('Symbol;Quantity\nVTI;1,234\n')
    expect(file.rejected).toEqual([{ line: 2, reason: 'numberAmbiguous', text: 'VTI;1,234' }])
    expect(read('Symbol;Quantity;Price\nVTI;1,234;5,50\n').holdings).toMatchObject([{ quantity: '1.234' }])
  })

  it('names accounts by what stands above repeated headers', () => {
    const header = 'Symbol,Quantity,Price'
    const file = read(['Traditional IRA', header, 'VTI,1,300', '', 'Brokerage', header, 'VTI,2,300', 'VTI,2,300', ''])
    expect(brief(file)).toEqual(['3 Traditional IRA VTI 1 null', '7 Brokerage VTI 2 null', '8 Brokerage VTI 2 null'])
    expect(file.accounts.map(({ tax }) => tax)).toEqual(['deferred', 'taxable'])
    expect(linesOf(file)).toEqual(upTo(8))
  })

  it('takes the account from a line above that calls it so', () => {
    const file = read(['Account:,Roth IRA', 'Downloaded 2026-11-20', 'Symbol,Quantity', 'VTI,1'])
    expect(file.accounts).toMatchObject([{ id: 'Roth IRA', tax: 'free' }])
    expect(file.skipped.map(({ rule }) => rule)).toEqual(['accountTitle', 'preamble', 'header'])
  })

  it('counts the latest of several snapshots, and takes dates of prices for what they are', () => {
    const rows = ['Date,Ticker,Shares', '10/31/2026,VTI,1', '10/31/2026,SOLD,9', '11/13/2026,VTI,2', '11/13/2026,BND,3']
    const file = read(rows)
    expect(brief(file)).toEqual(['4 account VTI 2 null', '5 account BND 3 null'])
    expect(file.skipped.map(({ rule }) => rule)).toEqual(['header', 'olderSnapshot', 'olderSnapshot'])
    expect(read('Date,Ticker,Shares\n2026-11-19,VTI,1\n2026-11-20,BND,2\n').holdings).toHaveLength(2)
  })

  it('passes over a list of transactions under the holdings', () => {
    const file = read([
      'Symbol,Shares,Share Price',
      'VTI,1,300',
      '',
      'Trade Date,Transaction Type,Symbol,Shares',
      '2026-01-02,Buy,VTI,1',
    ])
    expect(file.skipped.map(({ line, rule }) => [line, rule])).toEqual([
      [1, 'header'],
      [3, 'blank'],
      [4, 'header'],
      [5, 'activity'],
    ])
  })

  it('keeps cash of another currency apart, and knows a fund called USD', () => {
    const file = read(
      'Symbol,Name,Quantity,Currency\nCASH,,5,USD\nEUR,Euro cash,7,EUR\nUSD,Ultra Semiconductors,3,USD\n',
    )
    expect(file.accounts.map(({ cash, currency }) => [cash, currency])).toEqual([
      ['5', 'USD'],
      ['7', 'EUR'],
    ])
    expect(file.holdings).toMatchObject([{ symbol: 'USD', quantity: '3' }])
  })

  it('reads a list without titles, and one of cash alone', () => {
    expect(brief(read('VTI\t10\t300\t3000\nBND\t5\t70\t350\n'))).toEqual([
      '1 account VTI 10 3000',
      '2 account BND 5 350',
    ])
    expect(read('Symbol,Quantity,Value\nCash,,12.50\n').accounts).toMatchObject([{ cash: '12.5' }])
  })

  it.each([
    ['', 'empty'],
    ['\ufeff\r\n', 'empty'],
    ['Dear Sir, I write to you, as promised.\nYours, me\n', 'unknown'],
    ['Date,Description,Amount,Balance\n2026-01-02,Coffee,-3.50,100\n', 'unknown'],
    ['PK\u0003\u0004 etc', 'workbook'],
    ['%PDF-1.7', 'binary'],
  ])('%j is no positions file', (text, reason) => {
    expect(readPositions(new TextEncoder().encode(text), 'x.csv')).toEqual({ format: null, reason })
  })
})

const grouped = (whole: string, mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark)

/** How a number may be written: its decimal mark, what groups its thousands. */
const anyStyle = fc.constantFrom(['.', ''], ['.', ','], [',', ''], [',', '.'], [',', ' '], ['.', "'"])
const written = (value: string, [mark = '.', group = '']: readonly string[]): string => {
  const [whole = '', fraction] = value.split('.')
  return grouped(whole, group) + (fraction === undefined ? '' : mark + fraction)
}
const anyDecimal = (places: number) =>
  fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.nat(places)).map(([digits, point]) => {
    const text = String(digits).padStart(point + 1, '0')
    return point === 0 ? text : `${text.slice(0, -point)}.${text.slice(-point)}`.replace(/0+$/, '').replace(/\.$/, '')
  })

describe('numbers in a table', () => {
  it('come out exactly as they went in, or the line is rejected', () => {
    const holding = fc.record({ quantity: anyDecimal(18), cents: fc.integer({ min: 1, max: 10_000_000 }) })
    const order = fc.shuffledSubarray(['Symbol', 'Shares', 'Price', 'Name'], { minLength: 4 })
    const delimiter = fc.constantFrom(',', ';', '\t', '|')
    fc.assert(
      fc.property(
        fc.array(holding, { minLength: 1, maxLength: 8 }),
        anyStyle,
        order,
        delimiter,
        (list, style, titles, mark) => {
          const rows = list.map(({ quantity, cents }, i) => {
            const price = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
            const cells = {
              Symbol: `SYM${i}`,
              Shares: written(quantity, style),
              Price: written(price, style),
              Name: 'Ein, "Name"; hier',
            }
            return { quantity, cells }
          })
          const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
          const lines = rows.map(({ cells }) =>
            titles.map((title) => quoted(cells[title as keyof typeof cells])).join(mark),
          )
          const file = read([titles.join(mark), ...lines])
          for (const [i, { quantity }] of rows.entries()) {
            const found = file.holdings.find(({ line }) => line === i + 2)
            if (found) expect(found.quantity).toBe(quantity)
            else expect(file.rejected.map(({ line }) => line)).toContain(i + 2)
          }
          expect(file.holdings.length, 'the prices tell the marks').toBe(rows.length)
        },
      ),
      { numRuns: 300 },
    )
  })
})
