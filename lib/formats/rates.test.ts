import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText } from '@/lib/core/decimal'
import { anyQuotes } from '@/lib/core/random-rates'
import type { IsoDate } from '@/lib/core/units'
import { readEcbXml } from '@/lib/formats/ecb-xml'
import { readRateFile } from '@/lib/formats/rate-file'

const asOf = '2026-11-20' as IsoDate
const daily = (cubes: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"><gesmes:subject>Reference rates</gesmes:subject>
<Cube><Cube time='2026-11-20'>${cubes}</Cube></Cube></gesmes:Envelope>`

const told = (rates: readonly { currency: string; quote: string; date: string; rate: bigint }[]) =>
  rates.map(({ currency, quote, date, rate }) => `${date} 1 ${currency} = ${decimalText(rate)} ${quote}`)

describe('readEcbXml', () => {
  it('reads the rates of the currencies known here, exactly', () => {
    const xml = daily(
      `<Cube currency='USD' rate='1.0843'/><Cube currency="JPY" rate="171.85"/><Cube currency='BRL' rate='6.1'/>`,
    )
    expect(told(readEcbXml(xml) ?? [])).toEqual(['2026-11-20 1 EUR = 1.0843 USD', '2026-11-20 1 EUR = 171.85 JPY'])
  })

  it.each([
    ['no rates', daily('')],
    ['not a number', daily(`<Cube currency='USD' rate='1,08'/>`)],
    ['an exponent', daily(`<Cube currency='USD' rate='1e2'/>`)],
    ['zero', daily(`<Cube currency='USD' rate='0.0'/>`)],
    ['no rate', daily(`<Cube currency='USD'/>`)],
    ['no day', `<Cube><Cube currency='USD' rate='1.08'/></Cube>`],
    ['a day that is none', daily(`<Cube currency='USD' rate='1.08'/>`).replace('11-20', '13-20')],
    ['a page', '<!doctype html><title>Maintenance</title>'],
    ['nothing', ''],
  ])('is null for %s', (_, text) => expect(readEcbXml(text)).toBeNull())
})

describe('readRateFile', () => {
  it('reads a table of pairs', () => {
    const read = readRateFile('Date,From,To,Rate\r\n2026-11-19,GBP,USD,1.3125\r\n20 Nov 2026,jpy,usd,0.0064\r\n', asOf)
    expect(read.ok && told(read.rates)).toEqual(['2026-11-19 1 GBP = 1.3125 USD', '2026-11-20 1 JPY = 0.0064 USD'])
  })

  it('reads the wide table of the European Central Bank', () => {
    const read = readRateFile('Date, USD, JPY, BRL, \n20 November 2026, 1.0843, N/A, 6.1, \n', asOf)
    expect(read).toMatchObject({ ok: true, empty: 1, others: ['BRL'], problems: [] })
    expect(read.ok && told(read.rates)).toEqual(['2026-11-20 1 EUR = 1.0843 USD'])
  })

  it('lists every line that cannot be read', () => {
    const rows = ['date,currency,quote,rate', '2026-11-20,GBP,USD,1.31', '2026-11-20,XXX,USD,1', '2026-11-20,GBP,USD,x']
    const read = readRateFile(
      [...rows, '2026-13-20,GBP,USD,1', '2026-12-20,GBP,USD,1', '2026-11-20,GBP,GBP,1'].join('\n'),
      asOf,
    )
    expect(read.problems.map(({ line, problem }) => `${line} ${problem}`)).toEqual([
      '3 currencies.problem.unknownCurrency',
      '4 holdings.problem.notNumber',
      '5 holdings.problem.notDate',
      '6 holdings.problem.futureDate',
      '7 currencies.problem.samePair',
    ])
    expect(read.ok && read.rates).toHaveLength(1)
  })

  it.each([
    ['', 'noColumns'],
    ['a,b\n1,2', 'noColumns'],
    ['date,currency,quote,rate', 'noRates'],
    ['date,currency,quote,rate\n"2026', 'unreadable'],
  ])('says what is wrong with %j', (text, fault) =>
    expect(readRateFile(text, asOf)).toMatchObject({ ok: false, fault }),
  )

  it('gives back whatever rates were written', () => {
    fc.assert(
      fc.property(anyQuotes, (quotes) => {
        const rows = quotes.map((q) => `${q.date},${q.currency},${q.quote},${decimalText(q.rate)}`)
        const read = readRateFile(['date,currency,quote,rate', ...rows].join('\n'), asOf)
        const unique = new Map(quotes.map((q) => [`${q.currency} ${q.quote} ${q.date}`, q]))
        expect(read.ok ? told(read.rates).sort() : []).toEqual(told([...unique.values()]).sort())
      }),
    )
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void readRateFile(text, asOf)))
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void readEcbXml(`<Cube ${text}>`)))
  })
})
