import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideImport, type Known } from '@/lib/core/decide-import'
import { applyImport } from '@/lib/core/decide-import/apply-import'
import type { ReadFile } from '@/lib/core/decide-import/read-file'
import { NO_CHOICES } from '@/lib/core/positions-import'
import { type IsoDate, marketValue } from '@/lib/core/units'
import { readPositions } from '@/lib/formats/positions'
import { decode } from '@/lib/formats/positions/decode'

const FOLDER = fileURLToPath(new URL('samples/', import.meta.url))
const SAMPLES = readdirSync(FOLDER).map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${FOLDER}${name}`)) }))
const asOf = '2026-11-22' as IsoDate
const EMPTY: Known = { book: { accounts: [], holdings: [] }, links: [], said: new Set(), asOf }
/** One of their lines may end the story of two holdings. */
const DERIVED = new Set(['ghostfolio', 'portfolioPerformance'])

function read(bytes: Uint8Array, hash = 'a'): ReadFile | null {
  const file = readPositions(bytes, 'file.csv')
  return file.format === null ? null : { ...file, hash }
}

const cut = (text: string, from: number, to: number): string =>
  text.slice(Math.floor(from * text.length), Math.ceil(to * text.length))
const share = fc.double({ min: 0, max: 1, noNaN: true })
const change = fc.oneof(
  share.map((at) => (text: string) => cut(text, 0, at)),
  share.map((at) => (text: string) => cut(text, at, 1)),
  fc
    .constantFrom(
      ['.', ','],
      ['1', '１'],
      ['0', '9999999999999'],
      ['(', ''],
      ['$', '€'],
      ['USD', 'CHF'],
      ['USD', 'GBX'],
      ['\n', '\r\n\r\n'],
    )
    .map(
      ([from = '', to = '']) =>
        (text: string) =>
          text.replaceAll(from, to),
    ),
  fc.tuple(fc.nat(40), fc.constantFrom('1', '0', '-5', '')).map(([at, digit]) => (text: string) => {
    const lines = text.split('\n')
    const line = lines[at % lines.length] ?? ''
    lines.splice(
      at % lines.length,
      0,
      line,
      line.replace(/\d+/g, (digits) => digits + digit),
    )
    return lines.join('\n')
  }),
)
const mutated = fc
  .tuple(fc.constantFrom(...SAMPLES), fc.array(change, { maxLength: 2 }))
  .map(([{ bytes }, changes]) => changes.reduce((text, one) => one(text), decode(bytes).text))
const cost = fc.constantFrom({ kind: 'leave' as const }, { kind: 'oneLot' as const, acquired: '2026-01-02' as IsoDate })

describe('decideImport, of files that were changed in any way', () => {
  it('ends each row in one outcome, and the counts are those of the files', () => {
    fc.assert(
      fc.property(fc.array(mutated, { minLength: 1, maxLength: 2 }), cost, (all, how) => {
        const files = all.map((text, at) => read(new TextEncoder().encode(text), String(at)))
        const { rows, counts } = decideImport(files, EMPTY, { ...NO_CHOICES, cost: how })
        expect(counts.imported + counts.merged + counts.skipped + counts.rejected).toBe(counts.rows)
        for (const [at, file] of files.entries()) {
          const lines = rows.filter((row) => row.file === at).map(({ line }) => line)
          const mine = file && DERIVED.has(file.format) ? [...new Set(lines)] : lines
          expect(mine).toEqual(file?.rows.map(({ line }) => line) ?? [])
        }
        for (const row of rows) {
          expect((row.outcome === 'imported') === (row.effect !== null)).toBe(true)
          expect((row.outcome === 'skipped' || row.outcome === 'rejected') === (row.why !== null)).toBe(true)
          expect((row.outcome === 'merged') === (row.into !== null)).toBe(true)
          if (row.outcome === 'imported') expect((row.cash ?? row.becomes) !== null).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('changes nothing when the same files come again, on a later day too', () => {
    fc.assert(
      fc.property(fc.array(mutated, { minLength: 1, maxLength: 2 }), cost, (all, how) => {
        const files = all.map((text, at) => read(new TextEncoder().encode(text), String(at)))
        // A file that names a day to come is taken as of today, which is another day later.
        fc.pre(files.every((file) => !file?.date || file.date <= asOf))
        const choices = { ...NO_CHOICES, cost: how }
        const first = decideImport(files, EMPTY, choices)
        const stored = applyImport(EMPTY.book, [], first.writes)
        const again = decideImport(files, { ...EMPTY, ...stored, asOf: '2026-11-30' as IsoDate }, choices)
        expect(new Set(again.rows.map(({ effect }) => effect))).not.toContain('add')
        expect(again.rows.filter(({ effect }) => effect !== null && effect !== 'same')).toEqual([])
        expect({ ...again.writes, classes: [] }).toEqual({
          accounts: [],
          links: [],
          cash: [],
          adds: [],
          changes: [],
          removes: [],
          classes: [],
        })
        expect(again.gone).toEqual([])
        expect(again.counts).toEqual(first.counts)
      }),
      { numRuns: 300 },
    )
  })
})

describe('decideImport, of the samples', () => {
  it.each(SAMPLES)('$name: what is imported is worth what the file says', ({ bytes }) => {
    const { totals, rows, counts } = decideImport([read(bytes)], EMPTY, NO_CHOICES)
    expect(counts.imported).toBeGreaterThan(0)
    const doubtful = rows.some(
      ({ outcome, becomes, why }) =>
        (outcome === 'imported' && becomes?.price === null) || why === 'currencyNotSupported',
    )
    for (const { difference } of totals) if (!doubtful) expect(Math.abs(Number(difference))).toBeLessThanOrEqual(5)
  })

  it('stores a price that gives the value of the file to the cent, wherever its own price does not', () => {
    const cents = (text: string): bigint => BigInt(Math.round(Number(text) * 100))
    const seen = SAMPLES.flatMap(({ bytes }) => {
      const file = read(bytes)
      if (!file) return []
      return decideImport([file], EMPTY, NO_CHOICES).rows.flatMap((row) => {
        const doubted = row.notes.some(({ code }) => code === 'perHundred' || code === 'valueMismatch')
        const held = file.holdings.find(({ line }) => line === row.line)
        if (!doubted || !row.becomes?.price || !held?.value) return []
        return [[marketValue(row.becomes.quantity, row.becomes.price), cents(held.value)] as const]
      })
    })
    expect(seen.length).toBeGreaterThan(3)
    for (const [ours, file] of seen) expect(ours).toBe(file)
  })
})
