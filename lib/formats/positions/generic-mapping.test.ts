import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { decideImport } from '@/lib/core/decide-import'
import { type Mapping, NO_CHOICES } from '@/lib/core/positions-import'
import type { IsoDate } from '@/lib/core/units'
import { importAnswerText, readImportAnswer } from '@/lib/formats/import-answer'
import { readPositions } from '@/lib/formats/positions'
import { describeGeneric } from '@/lib/formats/positions/generic-description'
import { signatureOf } from '@/lib/formats/positions/generic-mapping'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const FOLDER = fileURLToPath(new URL('samples/', import.meta.url))
const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(`${FOLDER}${name}`))

const GUESS: Mapping = { encoding: null, delimiter: null, decimal: null, dateOrder: null, header: null, columns: [] }
const TABLE = `Depotauszug
Wert;Papier;Anzahl;Stand
1.000;AAA;2,5;03/04/2026
900;AAA;2,5;02/04/2026
Wert;Papier;Anzahl;Stand
7;BBB;x;03/04/2026
`
const mapping: Mapping = {
  ...GUESS,
  ...{ decimal: ',', dateOrder: 'dayFirst', header: 2, columns: ['value', 'symbol', 'quantity', 'date'] },
}

describe('readPositions with a mapping', () => {
  it('reads a table as its user says, the same titles further down too', () => {
    expect(readPositions(bytes(TABLE), 'a.csv')).toEqual({ format: null, reason: 'unknown' })
    const file = readPositions(bytes(TABLE), 'a.csv', { mapping })
    expect(file).toMatchObject({
      format: 'generic',
      date: '2026-04-03',
      holdings: [{ symbol: 'AAA', quantity: '2.5', value: '1000', line: 3 }],
      rejected: [{ line: 6, reason: 'quantityNotNumber' }],
      skipped: [
        { line: 1, rule: 'preamble' },
        { line: 2, rule: 'header' },
        { line: 4, rule: 'olderSnapshot' },
        { line: 5, rule: 'header' },
      ],
    })
  })

  it('takes the decimal mark, the delimiter and the encoding as they are said', () => {
    const pointed = readPositions(bytes('x|1.000|AAA\n'), 'a', {
      mapping: { ...GUESS, delimiter: '|', decimal: '.', columns: [null, 'quantity', 'symbol'] },
    })
    expect(pointed).toMatchObject({ holdings: [{ quantity: '1' }] })
    const utf16 = new Uint8Array(Buffer.from('AAA\t5\n', 'utf16le'))
    const said = { ...GUESS, encoding: 'utf-16le' as const, delimiter: '\t' as const }
    const read = readPositions(utf16, 'a', { mapping: { ...said, columns: ['symbol', 'quantity'] } })
    expect(read).toMatchObject({ encoding: 'utf-16le', holdings: [{ symbol: 'AAA', quantity: '5' }] })
  })

  it('is of no use without a quantity and a security', () => {
    const bare = { mapping: { ...mapping, columns: ['value' as const, 'symbol' as const] } }
    expect(readPositions(bytes(TABLE), 'a.csv', bare)).toEqual({ format: null, reason: 'unknown' })
  })
})

describe('describeGeneric', () => {
  it('shows the guess with what it makes of the first rows', () => {
    const text = `As of 11/20/2026\nSymbol\tShares\tPrice\tBought\tDate\n${'VTI\t1.234,5\t--\tyes\t20.11.2026\n'.repeat(9)}`
    const { mapping: guess, titles, rows } = describeGeneric(bytes(text), 'pasted.tsv')
    expect(guess).toEqual({
      ...{ encoding: 'utf-8', delimiter: '\t', decimal: ',', dateOrder: 'dayFirst', header: 2 },
      columns: ['symbol', 'quantity', 'price', null, 'date'],
    })
    expect(titles).toEqual(['Symbol', 'Shares', 'Price', 'Bought', 'Date'])
    expect(rows).toHaveLength(8)
    expect(rows[0]).toEqual({
      line: 3,
      cells: [
        { text: 'VTI', read: null, fault: false },
        { text: '1.234,5', read: '1234.5', fault: false },
        { text: '--', read: null, fault: false },
        { text: 'yes', read: null, fault: false },
        { text: '20.11.2026', read: '2026-11-20', fault: false },
      ],
    })
  })

  it('shows what cannot be read, and follows the mapping', () => {
    const { rows, titles } = describeGeneric(bytes(TABLE), 'a.csv', mapping)
    expect(titles).toEqual(['Wert', 'Papier', 'Anzahl', 'Stand'])
    expect(rows.map(({ line }) => line)).toEqual([3, 4, 6])
    expect(rows[2]?.cells[2]).toEqual({ text: 'x', read: null, fault: true })
    expect(rows[0]?.cells.map(({ read }) => read)).toEqual(['1000', null, '2.5', '2026-04-03'])
  })

  it('guesses the line of the titles of a table that it does not know, and throws at nothing', () => {
    expect(describeGeneric(bytes(TABLE), 'a.csv').mapping).toMatchObject({
      header: 2,
      columns: [null, null, null, null],
    })
    for (const text of ['', '\n\n', 'x', '{"a": 1}', ';;;\n;;', '1,2\n3,4']) {
      expect(describeGeneric(bytes(text), 'a.csv').rows.length).toBeLessThanOrEqual(8)
      expect(describeGeneric(bytes(text), 'a.csv', mapping).titles.length).toBeGreaterThan(0)
    }
  })
})

describe('signatureOf', () => {
  it('is one for titles that differ in marks and spaces only', () => {
    expect(signatureOf(['Market Value ($)', 'Qty'])).toBe(signatureOf([' market  value', 'QTY ']))
    expect(signatureOf(['Value', 'Qty'])).not.toBe(signatureOf(['Qty', 'Value']))
    expect(signatureOf(['', ' '])).toBeNull()
  })
})

describe('the day of a file', () => {
  it.each([
    ['ameriprise-holdings.csv', '2026-11-20'],
    ['coinbase-balances.csv', '2026-10-30'],
    ['etrade-portfolio.csv', '2026-11-20'],
    ['fidelity-two-accounts.csv', '2026-11-20'],
    ['ib-activity.csv', '2026-10-30'],
    ['ib-flex.xml', '2026-10-30'],
    ['merrill-one-account.csv', '2026-11-20'],
    ['schwab-all-accounts.csv', '2026-11-20'],
    ['t-rowe-price-holdings.csv', '2026-11-20'],
    ['tiaa-plans.csv', '2026-11-20'],
    ['robinhood-positions.csv', null],
  ])('of %s is %s', (name, date) => {
    expect(readPositions(sample(name), name)).toMatchObject({ date })
  })
})

describe('an answer', () => {
  it.each(readdirSync(FOLDER))('about %s is the same after its way through JSON', (name) => {
    const file = readPositions(sample(name), name)
    if (file.format === null) throw new Error(name)
    const known = { book: { accounts: [], holdings: [] }, links: [], said: new Set<string>() }
    const choices = { ...NO_CHOICES, cost: { kind: 'oneLot' as const, acquired: '2026-01-02' as IsoDate } }
    const decided = decideImport([{ ...file, hash: '' }], { ...known, asOf: '2026-11-22' as IsoDate }, choices)
    const { writes: _, ...shown } = decided
    const preview = { version: 1, files: [], ...shown }
    expect(readImportAnswer(JSON.parse(importAnswerText({ preview })))).toEqual({ preview })
  })
})
