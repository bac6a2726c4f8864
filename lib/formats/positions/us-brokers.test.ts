import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesEntered } from '@/lib/formats/positions/every-line'
import { fileTable } from '@/lib/formats/positions/file-table'
import type { FileTable, PositionsFile } from '@/lib/formats/positions/positions-file'
import { US_BROKERS } from '@/lib/formats/positions/us-brokers'

const FOLDER = new URL('./samples/', import.meta.url)
/** The format by the beginning of the sample's name. */
const SAMPLES: Record<string, string> = {
  ameriprise: 'ameriprise',
  etrade: 'etrade',
  fidelity: 'fidelity',
  jpmorgan: 'jpmorgan',
  merrill: 'merrill',
  schwab: 'schwab',
  't-rowe-price': 'tRowePrice',
  tiaa: 'tiaa',
  vanguard: 'vanguard',
}
const names = readdirSync(FOLDER).filter((name) => formatOf(name) !== undefined)

function formatOf(name: string): string | undefined {
  return Object.entries(SAMPLES).find(([start]) => name.startsWith(`${start}-`))?.[1]
}

const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')

function read(name: string): PositionsFile {
  const table = fileTable(textOf(name), name)
  const format = US_BROKERS.find((one) => one.detects(table))
  if (!format) throw new Error(`No format for ${name}`)
  return format.read(table)
}

const linesOf = (table: FileTable): number[] => table.rows.map((row) => row.line)

const holdings = (file: PositionsFile): string[] =>
  file.holdings.map(
    (h) => `${h.line} ${h.account} ${h.symbol} ${h.quantity} @ ${h.price} = ${h.value} cost ${h.unitCost}`,
  )
const accounts = (file: PositionsFile): string[] => file.accounts.map((a) => `${a.id} ${a.name} ${a.tax} ${a.cash}`)
const rejected = (file: PositionsFile): string[] => file.rejected.map((row) => `${row.line} ${row.reason}`)
const lots = (file: PositionsFile): string[] =>
  file.holdings.flatMap(({ symbol, lots: all = [] }) =>
    all.map(({ line, quantity, unitCost, acquired }) => `${line} ${symbol} ${quantity} @ ${unitCost} ${acquired}`),
  )
const noted = (file: PositionsFile): string[] =>
  file.notes.filter((note) => note.code !== 'cash').map((note) => `${note.line} ${note.code}`)
const skippedBy = (file: PositionsFile, rule: string): number[] =>
  file.skipped.filter((row) => row.rule === rule).map((row) => row.line)

describe('every sample', () => {
  it('is there twice for each format', () => {
    for (const id of Object.values(SAMPLES))
      expect(names.filter((name) => formatOf(name) === id).length).toBeGreaterThan(1)
  })

  it.each(names)('%s belongs to one format, and each of its rows is entered once', (name) => {
    const table = fileTable(textOf(name), name)
    const formats = US_BROKERS.filter((format) => format.detects(table))
    expect(formats.map((format) => format.id)).toEqual([formatOf(name)])
    expect(linesEntered(read(name))).toEqual(linesOf(table))
  })

  it.each(names)('%s, however it is broken, throws nothing and loses no row', (name) => {
    const lines = textOf(name).split('\n')
    const broken = fc.record({
      cut: fc.nat(lines.join('\n').length),
      dropped: fc.array(fc.nat(lines.length), { maxLength: 3 }),
      doubled: fc.nat(lines.length),
      shift: fc.nat(3),
      delimiter: fc.constantFrom(',', ';', '\t'),
      end: fc.constantFrom('\n', '\r\n'),
      mark: fc.constantFrom('', '"', 'NaN', '1e400', '٣', '('),
    })
    fc.assert(
      fc.property(broken, ({ cut, dropped, doubled, shift, delimiter, end, mark }) => {
        const kept = lines.flatMap((line, i) => (dropped.includes(i) ? [] : i === doubled ? [line, line] : [line]))
        const moved = kept.map((line) => {
          const cells = line.split(',')
          return [...cells.slice(shift), ...cells.slice(0, shift)].join(delimiter)
        })
        const text = `${(shift === 0 ? kept : moved).join(end).slice(0, cut)}${mark}`
        const table = fileTable(text, name)
        for (const format of US_BROKERS) {
          format.detects(table)
          expect(linesEntered(format.read(table))).toEqual(linesOf(table))
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('Schwab', () => {
  it('reads one account with its sweep fund as a holding and its cash beside it', () => {
    const file = read('schwab-one-account.csv')
    expect(accounts(file)).toEqual(['417 Roth Contributory IRA free 975.45'])
    expect(holdings(file)).toEqual([
      '4 417 VTI 42.1875 @ 312.4 = 13179.38 cost 216.177777777777777778',
      '5 417 SWVXX 5020.17 @ 1 = 5020.17 cost null',
      '6 417 TLT 100 @ 87.95 = 8795 cost null',
    ])
    expect(noted(file)).toEqual(['6 costUnknown'])
  })

  it('reads all accounts, keeps options out and says what the total lacks for it', () => {
    const file = read('schwab-all-accounts.csv')
    expect(accounts(file)).toEqual(['802 Individual taxable -120.55', '933 Inherited IRA deferred 60'])
    expect(rejected(file)).toEqual(['6 option'])
    expect(skippedBy(file, 'accountTitle')).toEqual([3, 12])
    expect(skippedBy(file, 'zero')).toEqual([15])
    expect(file.holdings.find((h) => h.symbol === '9128286B1')).toMatchObject({
      value: '9850',
      price: '98.5',
      unitCost: null,
    })
    expect(noted(file)).toEqual(['7 perHundred', '7 costUnknown', '10 totalMismatch'])
    expect(file.notes.at(-2)?.values).toEqual({ file: '16096.95', ours: '16506.95' })
  })

  it('keeps two accounts apart that end in the same digits', () => {
    const text = textOf('schwab-all-accounts.csv').replace('Inherited IRA ...933', 'Inherited IRA ...802')
    const table = fileTable(text, 'all.csv')
    const file = US_BROKERS.find((one) => one.detects(table))?.read(table)
    expect(file?.accounts.map((a) => [a.name, a.cash])).toEqual([
      ['Individual', '-120.55'],
      ['Inherited IRA', '60'],
    ])
  })
})

describe('Fidelity', () => {
  const file = read('fidelity-two-accounts.csv')

  it('takes the core position for cash, and a plan’s BrokerageLink only where its positions stand', () => {
    expect(accounts(file)).toEqual([
      'Z40718226 Individual - TOD taxable 1204.36',
      '88231 ACME 401(K) PLAN deferred null',
      '652310944 BrokerageLink deferred null',
    ])
    expect(skippedBy(file, 'total')).toEqual([8])
    expect(skippedBy(file, 'pending')).toEqual([6])
    expect(skippedBy(file, 'footer')).toEqual([12, 15, 17])
  })

  it('keeps a sweep fund with a quantity, without its stars, and the average cost as it stands', () => {
    expect(holdings(file)).toEqual([
      '2 Z40718226 VOO 18 @ 612.4 = 11023.2 cost 456.67',
      '5 Z40718226 912810QF8 8000 @ 101.25 = 8100 cost null',
      '7 88231 31617E745 310.552 @ 41.2 = 12794.74 cost 32.2',
      '9 652310944 FXAIX 60 @ 212 = 12720 cost 183.33',
      '10 652310944 FDRXX 70 @ 1 = 70 cost null',
    ])
    expect(file.holdings.at(-1)?.class).toBe('moneyFunds')
    expect(rejected(file)).toEqual(['4 option'])
  })

  it('rejects what is short, garbled or cut off', () => {
    const older = read('fidelity-older.csv')
    expect(accounts(older)).toEqual(['X90112245 X90112245 null 2310.08'])
    expect(rejected(older)).toEqual(['4 short', '5 priceNotNumber', '6 cellsMissing'])
  })
})

describe('Vanguard', () => {
  it('reads the upper block and passes over the transactions', () => {
    const file = read('vanguard-stacked.csv')
    expect(accounts(file)).toEqual(['30418855 30418855 null null', '77120034 77120034 null 310.25'])
    expect(file.holdings.map((h) => h.symbol)).toEqual(['VTSAX', 'VMFXX', 'U S 1.875 01/15/36 01/15/26', 'VGLT'])
    expect(skippedBy(file, 'activity')).toEqual([11, 12])
    expect(noted(file)).toEqual(['4 perHundred'])
  })

  it('reads the blocks of plans and of older funds, which have no symbols', () => {
    const file = read('vanguard-plan.csv')
    expect(accounts(file)[0]).toBe('092311 HARBOR TOOLS 401(K) PLAN deferred null')
    expect(file.holdings.map((h) => h.name)).toContain('Vanguard Wellington Fund Investor Shares')
  })
})

describe('Merrill', () => {
  it('counts the latest of several days, and the deposit as cash', () => {
    const file = read('merrill-all-accounts.csv')
    expect(accounts(file)).toEqual(['27Z-41R88 CMA-Edge taxable 774', '53X-10T45 Rainy day deferred null'])
    expect(skippedBy(file, 'olderSnapshot')).toEqual([2])
    expect(file.holdings.map((h) => h.symbol)).toEqual(['AMD', '88579EAB9', 'VFIAX'])
  })

  it('reads the export of one account with its balances, and guesses at no misplaced comma', () => {
    const file = read('merrill-one-account.csv')
    expect(accounts(file)).toEqual(['53X-10T45 IRRA-Edge deferred 1332.4'])
    expect(holdings(file)[0]).toBe('7 53X-10T45 GLD 10 @ 372.05 = 3720.5 cost 312.05')
    expect(rejected(file)).toEqual(['8 numberAmbiguous'])
    expect(noted(file)).toEqual(['9 costUnknown', '15 totalMismatch'])
  })
})

describe('E*TRADE', () => {
  it('reads deposits by their description, gives lots to their position, and finds the shifted total', () => {
    const file = read('etrade-portfolio.csv')
    expect(accounts(file)).toEqual(['2203 Individual Brokerage taxable 7096.82'])
    expect(holdings(file)).toEqual([
      '11 2203 LAKE BANK CD 3.85% 08/24/2027 110000 @ 99.9934 = 109992.74 cost 1',
      '12 2203 LCTX 965 @ 1.21 = 1167.65 cost 1.74',
      '16 2203 VMFXX 50000 @ 1 = 50000 cost 1',
    ])
    expect(lots(file)).toEqual(['13 LCTX 500 @ 1.6 2025-03-04', '14 LCTX 465 @ 1.89 2025-07-09'])
    expect(file.notes.at(-1)?.values).toEqual({ file: '169664.71', ours: '168257.21' })
  })

  it('names lots that cannot be read, or whose position is left out; a deposit’s are by the unit', () => {
    const file = read('etrade-lots.csv')
    expect(lots(file)).toEqual([
      '12 LAKE BANK CD 3.85% 08/24/2027 11000 @ 1 2025-08-24',
      '14 VTI 10.5 @ 251.25 2024-03-04',
    ])
    expect(rejected(file)).toEqual(['15 lotCost', '16 option', '17 lotAlone', '19 lotDate', '20 quantityNotNumber'])
    expect(file.holdings.map(({ symbol }) => symbol)).toContain('VGIT')
  })

  it('derives a price that the file leaves out', () => {
    const file = read('etrade-simple.csv')
    expect(accounts(file)).toEqual(['6354 Roth IRA free null'])
    expect(holdings(file)[0]).toBe('12 6354 IWF 7 @ 490 = 3430 cost 400')
    expect(rejected(file)).toEqual(['13 quantityNotNumber'])
    expect(noted(file)).toContain('12 priceDerived')
  })
})

describe('TIAA', () => {
  it('reads plans by their titles, tickers in parentheses, and TIAA Traditional in dollars', () => {
    const file = read('tiaa-plans.csv')
    expect(file.accounts.map((a) => a.tax)).toEqual(['deferred', 'deferred'])
    expect(file.holdings.map((h) => h.symbol)).toEqual([
      'QCGLIX',
      'QCILIX',
      'QCILIX',
      'NUVEEN INTERNATIONAL EQUITY R6',
      'TIAA TRADITIONAL',
    ])
    expect(file.holdings.at(-1)).toMatchObject({ quantity: '10000', price: '1', value: '10000' })
    expect(noted(file)).toEqual(['11 priceDerived'])
  })

  it('trusts the value, and says where the price or a total disagrees', () => {
    const file = read('tiaa-mismatch.csv')
    expect(rejected(file)).toEqual(['6 quantityMissing'])
    expect(file.holdings[1]?.value).toBe('400')
    expect(noted(file)).toEqual(['3 totalMismatch', '4 costUnknown', '5 valueMismatch', '7 totalMismatch'])
  })
})

describe('Ameriprise, J.P. Morgan and T. Rowe Price', () => {
  it('reads the accounts of Ameriprise from their column and its fixed account in dollars', () => {
    const file = read('ameriprise-holdings.csv')
    expect(accounts(file)).toEqual([
      'SPS ADVANTAGE 4417 SPS ADVANTAGE 4417 null 812.33',
      'ROTH IRA 9902 ROTH IRA 9902 free null',
      'RAVA 5 ANNUITY RAVA 5 ANNUITY deferred null',
    ])
    expect(file.notes.filter((note) => note.code === 'totalMismatch')).toEqual([])
    expect(accounts(read('ameriprise-accounts.csv'))).toEqual(['00004417 Joint Brokerage taxable 41'])
  })

  it('reads J.P. Morgan up to its footnotes; a bond is no cash for standing among “Fixed Income & Cash”', () => {
    const file = read('jpmorgan-positions.csv')
    expect(accounts(file)).toEqual(['jpmorgan J.P. Morgan null 55.1'])
    expect(file.holdings.map((h) => [h.symbol, h.class])).toEqual([
      ['VOO', expect.objectContaining({})],
      ['511234AB2', null],
      ['QACDS', 'moneyFunds'],
    ])
    expect(skippedBy(file, 'footer')).toEqual([6, 7])
    expect(rejected(read('jpmorgan-accounts.csv'))).toEqual(['3 currencyUnknown', '4 option'])
  })

  it('reads T. Rowe Price by columns and by titles of accounts', () => {
    const file = read('t-rowe-price-holdings.csv')
    expect(accounts(file)).toEqual(['51022017-8 Roth IRA free null', '60311488-1 Joint Tenant taxable 14.2'])
    expect(noted(file)).toEqual(['9 totalMismatch'])
    const titled = read('t-rowe-price-by-account.csv')
    expect(accounts(titled)).toEqual([
      '710044120 Rollover IRA deferred null',
      '710044999 Individual Brokerage taxable 15',
    ])
    expect(titled.holdings.map((h) => h.symbol)).toEqual(['PRGFX', 'PREIX', 'IAU'])
    expect(noted(titled)).toEqual([])
  })
})
