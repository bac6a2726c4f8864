import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesNotOnce } from '@/lib/formats/positions/every-line'
import { fileTable } from '@/lib/formats/positions/file-table'
import { krakenSymbol } from '@/lib/formats/positions/kraken'
import { OTHER_SOURCES } from '@/lib/formats/positions/other-sources'
import type { FileTable, PositionsFile } from '@/lib/formats/positions/positions-file'

const FOLDER = join(import.meta.dirname, 'samples')

const SAMPLES: Record<string, string[]> = {
  ibActivity: ['ib-activity.csv', 'ib-activity-long.csv', 'ib-activity-lots.csv'],
  ibFlex: ['ib-flex.xml', 'ib-flex-days.xml', 'ib-flex-lots.xml'],
  ghostfolio: ['ghostfolio.json', 'ghostfolio-faults.json'],
  portfolioPerformance: [
    'portfolio-performance.csv',
    'portfolio-performance-german.csv',
    'portfolio-performance-list.csv',
  ],
  kraken: ['kraken-ledgers.csv', 'kraken-balances.csv'],
  coinbase: ['coinbase-balances.csv', 'coinbase-statement.csv', 'coinbase-total.csv'],
  wealthfolio: ['wealthfolio-holdings.csv', 'wealthfolio-accounts.csv'],
  simpleList: ['alpaca-positions.csv', 'robinhood-positions.csv'],
}

/** Under a name that says nothing: the content decides. */
const tableOf = (text: string): FileTable => fileTable(text, 'download.csv')
const textOf = (sample: string): string => readFileSync(join(FOLDER, sample), 'utf8')
const formatOf = (table: FileTable) => OTHER_SOURCES.find((format) => format.detects(table))

function open(sample: string): PositionsFile {
  const table = tableOf(textOf(sample))
  const format = formatOf(table)
  if (!format) throw new Error(`No format detects ${sample}`)
  return format.read(table)
}

const short = (file: PositionsFile) =>
  file.holdings.map(({ line, account, symbol, quantity, price, value, unitCost, currency }) =>
    [line, account, symbol, quantity, price, value, unitCost, currency].map((cell) => cell ?? '').join(' | '),
  )
const faults = (file: PositionsFile) => file.rejected.map(({ line, reason }) => `${line} ${reason}`)
const cash = (file: PositionsFile) =>
  file.accounts.map(({ id, cash: amount, currency }) => `${id}: ${amount} ${currency}`)
const notes = (file: PositionsFile) =>
  file.notes.filter(({ code }) => code !== 'cash').map(({ line, code }) => `${line} ${code}`)
const lots = (file: PositionsFile) =>
  file.holdings.flatMap(({ symbol, lots: all = [] }) =>
    all.map(({ line, quantity, unitCost, acquired }) => `${line} ${symbol} ${quantity} @ ${unitCost} ${acquired}`),
  )
const skipped = (file: PositionsFile, rule: string) =>
  file.skipped.filter((row) => row.rule === rule).map(({ line }) => line)

describe.each(Object.entries(SAMPLES))('%s', (id, files) => {
  it.each(files)('is detected by the content of %s, and every line of it is entered once', (file) => {
    const table = tableOf(textOf(file))
    expect(OTHER_SOURCES.filter((format) => format.detects(table)).map((format) => format.id)).toEqual([id])
    expect(linesNotOnce(table, open(file))).toEqual([])
  })
})

it('leaves the files of the brokers of the United States alone', () => {
  const ours = new Set(Object.values(SAMPLES).flat())
  const others = readdirSync(FOLDER).filter((file) => !ours.has(file))
  const taken = others.filter((file) => formatOf(tableOf(textOf(file))))
  expect(taken).toEqual([])
})

describe('Interactive Brokers, activity statement', () => {
  it('reads positions with names, and the cash of each currency', () => {
    const file = open('ib-activity.csv')
    expect(short(file)).toEqual([
      '23 | U7654321 | ASML | 4 | 700.1 | 2800.4 | 655.25 | EUR',
      '26 | U7654321 | BRK B | 12.5 | 480.5 | 6006.25 | 401.123456789 | USD',
      '27 | U7654321 | VOO | 1020 | 600 | 612000 | 388.9 | USD',
      '30 | U7654321 | T 4 1/2 11/15/33 | 10000 | 101.25 | 10125 | 0.985 | USD',
    ])
    expect(file.holdings[1]?.name).toBe('BERKSHIRE HATHAWAY INC-CL B')
    expect(cash(file)).toEqual(['U7654321: 4880.123456789 USD', 'U7654321 EUR: -310.448 EUR'])
    expect(file.accounts[0]?.tax).toBe('taxable')
    expect(faults(file)).toEqual(['28 short', '31 option', '32 derivative'])
    expect(notes(file)).toEqual(['29 totalMismatch', '30 perHundred'])
    expect(lots(file)).toEqual(['24 ASML 4 @ 655.25 2025-03-04'])
    expect(skipped(file, 'zero')).toEqual([20])
  })

  it('asks the directory of US listings for dollars only', () => {
    const [asml, brk] = open('ib-activity.csv').holdings
    expect(asml?.class).toBeNull()
    expect(brk?.class).not.toBeNull()
  })

  it('reads a consolidated statement by account', () => {
    const file = open('ib-activity-long.csv')
    expect(short(file)).toEqual([
      '7 | U1111111 | ENB | 154 | 49.35 | 7599.9 | 51.833706623 | CAD',
      '8 | U2222222 | BTC | 0.25 | 60000 | 15000 |  | USD',
    ])
    expect(file.holdings[1]?.class).toBe('digital')
    expect(cash(file)).toEqual(['U1111111: 922.372709939 CAD', 'U2222222: null CAD'])
    expect(faults(file)).toEqual(['9 quantityMissing'])
    expect(notes(file)).toEqual(['8 costUnknown'])
  })

  it('gives lots to their position, and names those that cannot be read or have none', () => {
    const file = open('ib-activity-lots.csv')
    expect(lots(file)).toEqual([
      '9 IBKR 12 @ 44.9973 2025-03-04',
      '10 IBKR 0.0008 @ 85.5 2025-11-28',
      '12 VOO 1000 @ 388.9 2024-02-29',
    ])
    expect(faults(file)).toEqual(['13 lotDate', '14 lotAlone', '15 short', '16 lotAlone'])
    expect(skipped(file, 'lot')).toEqual([])
  })

  it('counts lots with their position alone where the file has no column for the day of purchase', () => {
    const table = tableOf(textOf('ib-activity-lots.csv').replace('Symbol,Open,', 'Symbol,Opened by,'))
    const file = formatOf(table)?.read(table)
    expect(file && [lots(file), skipped(file, 'lot')]).toEqual([[], [9, 10, 12, 13]])
  })
})

describe('Interactive Brokers, Flex query', () => {
  it('reads attributes with entities, exactly', () => {
    const file = open('ib-flex.xml')
    expect(short(file)).toEqual([
      '12 | U7654321 | VOO | 10.123456789012345678 | 600 | 6074.07 | 388.9 | USD',
      '14 | U7654321 | T 4 1/2 11/15/33 | 5000 | 101.25 | 5062.5 |  | USD',
      '23 | U2222222 | SAP | 3 | 230.1 | 690.3 | 150 | EUR',
    ])
    expect(file.holdings.map(({ name }) => name)).toEqual(['VANGUARD S&P 500 ETF', `US "long" bond '33`, ''])
    expect(cash(file)).toEqual(['U7654321: 1200.25 USD', 'U7654321 EUR: 500 EUR', 'U2222222: null EUR'])
    expect(file.accounts[0]?.tax).toBe('free')
    expect(faults(file)).toEqual(['15 option', '16 short', '24 quantityNotNumber'])
    expect(skipped(file, 'lot')).toEqual([13])
    expect(notes(file)).toEqual(['14 costUnknown', '14 perHundred', '23 priceDerived'])
  })

  it('gives lots to their position wherever it stands, a bond’s by the unit', () => {
    const file = open('ib-flex-lots.xml')
    expect(lots(file)).toEqual([
      '7 VOO 4 @ 380.25 2025-03-04',
      '8 VOO 6.5 @ 394.223076923076923077 2026-07-07',
      '9 BND 20 @ 71.111111111111111111 2024-02-29',
      '13 T 4 1/2 11/15/33 5000 @ 0.985 2023-11-20',
    ])
    expect(faults(file)).toEqual(['11 lotDate', '14 option', '15 option', '16 lotAlone'])
  })

  it('skips the lots of an older day with their position', () => {
    const [head, statement, tail] = textOf('ib-flex-lots.xml').split(/(?=<FlexStatement )|(?=<\/FlexStatements>)/)
    const older = statement?.replaceAll('20261030', '20261029')
    const table = tableOf([head, older, statement, tail].join(''))
    const file = formatOf(table)?.read(table)
    expect(file && lots(file)).toHaveLength(4)
    expect(file && skipped(file, 'olderSnapshot')).toHaveLength(11)
  })

  it('counts the latest day, and rejects what was cut off', () => {
    const file = open('ib-flex-days.xml')
    expect(short(file)).toEqual(['10 | U1 | MSFT | 8 | 401 |  |  | USD'])
    expect(cash(file)).toEqual(['U1: 12.5 USD'])
    expect(skipped(file, 'olderSnapshot')).toEqual([5])
    expect(faults(file)).toEqual(['11 cellsMissing'])
  })
})

describe('Ghostfolio', () => {
  it('derives what is held, with the average cost, on the line of the last activity', () => {
    const file = open('ghostfolio.json')
    const account = 'b2d3fe1d-d6a8-41a3-be39-07ef5e9480f0'
    expect(short(file)).toEqual([
      `54 | ${account} | MSFT | 3 |  |  | 298.58 | USD`,
      `64 | ${account} | BTC | 0.00000001 |  |  | 60000.123456789012345 | USD`,
      '74 | Ghostfolio | GARDEN HOUSE | 1 |  |  | 5000 | EUR',
    ])
    expect(file.holdings.map((holding) => holding.class)).toEqual([expect.anything(), 'digital', null])
    expect(file.accounts[0]).toMatchObject({ name: 'Roth IRA at Example', cash: '2000.75', tax: 'free' })
    expect(skipped(file, 'pending')).toEqual([84])
  })

  it('derives nothing from activities that cannot be read, and no short position', () => {
    const file = open('ghostfolio-faults.json')
    expect(faults(file)).toEqual(['3 quantityNotNumber', '4 quantityNotNumber', '5 short', '8 currencyUnknown'])
    expect(short(file)).toEqual(['6 | Ghostfolio | BND | 4 |  |  | 10.25 | USD'])
    expect(skipped(file, 'activity')).toEqual([7, 9])
  })
})

describe('Portfolio Performance', () => {
  it('derives holdings by date, not by the order of the file', () => {
    const file = open('portfolio-performance.csv')
    expect(short(file)).toEqual([
      '4 | Portfolio Performance | PYPL | 75 |  |  | 40 | USD',
      '9 | Portfolio Performance | US0000000002 | 1000.5 |  |  |  | USD',
    ])
    expect(faults(file)).toEqual(['10 cellsMissing'])
    expect(notes(file)).toEqual(['9 costUnknown'])
  })

  it('reads the decimals of the German form, and no others there', () => {
    const file = open('portfolio-performance-german.csv')
    expect(short(file)).toEqual(['3 | Portfolio Performance | EUNL.DE | 10 |  |  | 100.499 | EUR'])
    expect(faults(file)).toEqual(['5 quantityNotNumber'])
    expect(skipped(file, 'activity')).toEqual([2, 4])
  })

  it('reads the list of all transactions with its accounts, currencies and transfers', () => {
    const file = open('portfolio-performance-list.csv')
    expect(short(file)).toEqual([
      '2 | Broker-A | SHARE-2 | 7 |  |  | 6.53 | EUR',
      '3 | Broker-A | SHARE-3 | 4 |  |  | 12.5 | USD',
      '4 | Broker-B | SHARE-2 | 3 |  |  |  | EUR',
    ])
  })
})

describe('Kraken', () => {
  it('takes the balance after the last movement of each asset, by its usual symbol', () => {
    const file = open('kraken-ledgers.csv')
    expect(short(file)).toEqual(['5 | Kraken | BTC | 0.005 |  |  |  | USD', '6 | Kraken | DOT | 1.25 |  |  |  | USD'])
    expect(cash(file)).toEqual(['Kraken: null USD', 'Kraken EUR: 199.52 EUR'])
    expect(skipped(file, 'pending')).toEqual([2])
    expect(skipped(file, 'zero')).toEqual([7])
  })

  it('reads the same of a ledger that begins with the latest', () => {
    const [header = '', ...lines] = textOf('kraken-ledgers.csv').trimEnd().split('\n')
    const table = tableOf([header, ...lines.toReversed()].join('\n'))
    const file = formatOf(table)?.read(table)
    expect(file && short(file)).toEqual([
      '3 | Kraken | DOT | 1.25 |  |  |  | USD',
      '4 | Kraken | BTC | 0.005 |  |  |  | USD',
    ])
    expect(file && cash(file)).toContain('Kraken EUR: 199.52 EUR')
  })

  it('reads balances, keeps what earns apart, and refuses what it cannot read', () => {
    const file = open('kraken-balances.csv')
    expect(short(file)).toEqual([
      '2 | Kraken | BTC | 0.75 |  |  |  | USD',
      '3 | Kraken | BTC | 0.25 |  |  |  | USD',
      '7 | Kraken | ADA | 1234.5678 |  |  |  | USD',
    ])
    expect(cash(file)).toEqual(['Kraken: 1203.44 USD'])
    expect(faults(file)).toEqual(['4 short', '8 numberAmbiguous'])
  })

  it.each([
    ['XXBT', 'BTC'],
    ['XBT.M', 'BTC'],
    ['XXDG', 'DOGE'],
    ['ETH2.S', 'ETH'],
    ['DOT28.S', 'DOT'],
    ['ZUSD', 'USD'],
    ['USD.HOLD', 'USD'],
    ['XTZ', 'XTZ'],
    ['ZRX', 'ZRX'],
  ])('writes %s as %s', (written, symbol) => {
    expect(krakenSymbol(written)).toBe(symbol)
  })
})

describe('Coinbase', () => {
  it('reads balances with their prices, and money as cash', () => {
    const file = open('coinbase-balances.csv')
    expect(short(file)).toEqual([
      '5 | Coinbase | BTC | 0.123456789012345678 | 60000 | 7407.41 | 40500.0003645000036126 | USD',
      '6 | Coinbase | ETH | 2.5 | 2500 | 6250 |  | USD',
      '7 | Coinbase | USDC | 150.25 | 1 | 150.25 | 1 | USD',
    ])
    expect(cash(file)).toEqual(['Coinbase: 321.09 USD', 'Coinbase EUR: 10.5 EUR'])
    expect(faults(file)).toEqual(['8 quantityNotNumber'])
    expect(notes(file)).toEqual(['6 costUnknown'])
    expect(skipped(file, 'preamble')).toEqual([1, 2])
  })

  it('compares the total of the file', () => {
    const file = open('coinbase-total.csv')
    expect(file.notes.at(-1)).toEqual({ line: 5, code: 'totalMismatch', values: { file: '30200', ours: '30100' } })
  })

  it('reads the running balances of each portfolio', () => {
    const file = open('coinbase-statement.csv')
    expect(short(file)).toEqual(['6 | default | BTC | 0.006 |  |  |  | USD'])
    expect(cash(file)).toEqual(['default: 396.4 USD', 'vault: null USD'])
  })
})

describe('Wealthfolio', () => {
  it('counts the latest snapshot, and cash by currency', () => {
    const file = open('wealthfolio-holdings.csv')
    expect(short(file)).toEqual([
      '4 | Wealthfolio | AAPL | 55 | 210.62 |  |  | USD',
      '5 | Wealthfolio | TD.TO | 100 | 92.15 |  |  | CAD',
    ])
    expect(cash(file)).toEqual(['Wealthfolio: 3200 USD', 'Wealthfolio CAD: 2500.5 CAD'])
    expect(skipped(file, 'olderSnapshot')).toEqual([2, 3])
    expect(faults(file)).toEqual(['8 numberAmbiguous', '9 cellsMissing'])
  })

  it('counts the latest snapshot of each account', () => {
    const file = open('wealthfolio-accounts.csv')
    expect(short(file)).toEqual(['2 | Roth IRA | VTI | 10 |  |  | 200.5 | USD', '3 | Joint | VTI | 3 |  |  |  | USD'])
    expect(file.accounts.map(({ id, tax, cash: amount }) => [id, tax, amount])).toEqual([
      ['Roth IRA', 'free', null],
      ['Joint', 'taxable', '-12.5'],
    ])
    expect(faults(file)).toEqual(['4 symbolMissing', '6 currencyUnknown'])
  })
})

describe('simple lists', () => {
  it('reads Alpaca positions', () => {
    const file = open('alpaca-positions.csv')
    expect(short(file)).toEqual([
      '2 | account | SPY | 2 | 361.55 | 723.1 | 412.91 | USD',
      '3 | account | BTC | 0.012345678 | 60000 | 740.74 | 64123.5 | USD',
      '6 | account | NVDA | 3 | 180 | 540 |  | USD',
    ])
    expect(file.holdings[1]?.class).toBe('digital')
    expect(faults(file)).toEqual(['4 short', '5 option'])
    expect(notes(file)).toEqual(['6 costUnknown'])
  })

  it('reads Robinhood positions, cash and the total', () => {
    const file = open('robinhood-positions.csv')
    expect(short(file)).toEqual([
      '2 | account | AAPL | 1003.5 | 231.1 | 231908.85 | 150.25 | USD',
      '3 | account | BND | 40 | 72.5 | 2901 | 70.1 | USD',
    ])
    expect(cash(file)).toEqual(['account: 1250.4 USD'])
    expect(notes(file)).toEqual(['3 valueMismatch', '7 totalMismatch'])
    expect(file.notes.at(-1)?.values).toEqual({ file: '236100.25', ours: '236060.25' })
    expect([skipped(file, 'zero'), skipped(file, 'total'), skipped(file, 'footer')]).toEqual([[4], [7], [8]])
  })
})

describe('whatever becomes of a file', () => {
  const samples = Object.values(SAMPLES).flat().map(textOf)
  const odd = fc.constantFrom(
    '',
    '--',
    '1e400',
    'NaN',
    '0x1f',
    '1.234,56',
    '(5)',
    '１２３',
    '"',
    ',',
    '\n',
    '<',
    '{',
    '999999999999999999999',
  )
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(30), put: odd })

  it('each line is entered exactly once, and nothing is thrown', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(change, { maxLength: 4 }),
        fc.boolean(),
        (sample, changes, windows) => {
          let text = sample
          for (const { at, cut, put } of changes) {
            const from = Math.floor(at * text.length)
            text = text.slice(0, from) + put + text.slice(from + cut)
          }
          const table = tableOf(windows ? text.replaceAll('\n', '\r\n') : text)
          for (const format of OTHER_SOURCES) {
            const detected = format.detects(table)
            const file = format.read(table)
            // Records of JSON and XML may share a line, which is then entered for each of them.
            const faulty = linesNotOnce(table, file).filter(({ times }) => table.delimiter !== null || times === 0)
            expect({ id: format.id, detected, faulty }).toEqual({ id: format.id, detected, faulty: [] })
            for (const { quantity } of file.holdings) expect(quantity).toMatch(/^\d+(\.\d+)?$/)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it.each(['', '\n', '[', '<FlexStatement', '{"activities":[', '<'.repeat(2_000), '['.repeat(2_000)])(
    'reads %j',
    (text) => {
      const table = tableOf(text)
      for (const format of OTHER_SOURCES) {
        format.detects(table)
        expect(format.read(table).holdings).toEqual([])
      }
    },
  )
})
