import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { POSITIONS_FORMATS, readPositions } from '@/lib/formats/positions'
import { decode } from '@/lib/formats/positions/decode'
import { linesEntered } from '@/lib/formats/positions/every-line'
import { fileTable } from '@/lib/formats/positions/file-table'
import type { PositionsFile } from '@/lib/formats/positions/positions-file'

const FOLDER = fileURLToPath(new URL('samples/', import.meta.url))
const SAMPLES = readdirSync(FOLDER)
  .filter((name) => !name.endsWith('.md'))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${FOLDER}${name}`)) }))

/** One of their lines may end the story of two holdings, or of one and of some cash; a line of XML may hold several elements. */
const SEVERAL = new Set(['ghostfolio', 'portfolioPerformance', 'ibFlex'])

/** Each line on which a row begins, as often as the reading accounts for it. */
function accounted(file: PositionsFile): number[] {
  const lines = linesEntered(file)
  return SEVERAL.has(file.format) ? [...new Set(lines)] : lines
}

function check(bytes: Uint8Array): void {
  const file = readPositions(bytes, 'file')
  if (file.format === null) return
  const { rows } = fileTable(decode(bytes).text, 'file')
  expect(accounted(file), file.format).toEqual(rows.map(({ line }) => line))
  const ids = new Set(file.accounts.map(({ id }) => id))
  expect(ids.size).toBe(file.accounts.length)
  for (const { account, symbol, quantity } of file.holdings) {
    expect(ids.has(account)).toBe(true)
    expect(symbol).not.toBe('')
    expect(quantity).toMatch(/^-?\d+(\.\d+)?$/)
  }
}

describe('samples', () => {
  it.each(SAMPLES)('$name is of exactly one format and loses no line', ({ name, bytes }) => {
    const file = readPositions(bytes, 'file')
    const mine = POSITIONS_FORMATS.filter(({ id }) => name.replaceAll('-', '').startsWith(id.toLowerCase()))
    expect(mine.map(({ id }) => id)).toEqual(file.format === 'simpleList' ? [] : [file.format])
    check(bytes)
  })
})

type Change = (text: string) => string

const perLine =
  (change: (line: string, i: number) => string): Change =>
  (text) =>
    text.split('\n').map(change).join('\n')

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }).map(
    (at): Change =>
      (text) =>
        text.slice(0, Math.floor(at * text.length)),
  ),
  fc.double({ min: 0, max: 1, noNaN: true }).map(
    (at): Change =>
      (text) =>
        text.slice(Math.floor(at * text.length)),
  ),
  fc.constantFrom(';', '\t', '|').map(
    (mark): Change =>
      (text) =>
        text.replaceAll(',', mark),
  ),
  fc.constantFrom('\r\n', '\r', '\n\n').map(
    (end): Change =>
      (text) =>
        text.replaceAll(/\r?\n/g, end),
  ),
  fc
    .constantFrom(
      ...[
        ['.', ','],
        ['"', ''],
        ['$', '€'],
        ['1', '１'],
        ['0', '1e400'],
        ['(', ''],
        [',,', ',NaN,'],
        [' ', ' '],
        [',', ',"'],
      ],
    )
    .map(
      ([from = '', to = '']): Change =>
        (text) =>
          text.replaceAll(from, to),
    ),
  fc.nat(9).map(
    (by): Change =>
      perLine((line) =>
        line
          .split(',')
          .map((_, i, cells) => cells[(i + by) % cells.length])
          .join(','),
      ),
  ),
  fc.nat(40).map((at): Change => perLine((line, i) => (i === at ? line.slice(0, line.length / 2) : line))),
  fc.nat(40).map((at): Change => perLine((line, i) => (i === at ? `${line}\n${line}` : line))),
  fc.tuple(fc.nat(2000), fc.string({ unit: 'binary', maxLength: 5 })).map(
    ([at, noise]): Change =>
      (text) =>
        text.slice(0, at % text.length) + noise + text.slice(at % text.length),
  ),
)

function encodedAs(text: string, encoding: 'utf8' | 'bom' | 'utf16le' | 'utf16be' | 'latin1'): Uint8Array {
  if (encoding === 'utf16be') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())
  if (encoding === 'utf16le') return new Uint8Array(Buffer.from(text, 'utf16le'))
  return new Uint8Array(
    Buffer.from(encoding === 'bom' ? `\ufeff${text}` : text, encoding === 'latin1' ? 'latin1' : 'utf8'),
  )
}

describe('any file', () => {
  it('that was changed in any way is read without a fault, each line once', () => {
    const encoding = fc.constantFrom(
      'utf8' as const,
      'bom' as const,
      'utf16le' as const,
      'utf16be' as const,
      'latin1' as const,
    )
    const changes = fc.array(anyChange, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), changes, encoding, ({ bytes }, list, as) => {
        check(
          encodedAs(
            list.reduce((text, change) => change(text), decode(bytes).text),
            as,
          ),
        )
      }),
      { numRuns: 600 },
    )
  })

  it('of arbitrary bytes or cells is read without a fault', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => check(bytes)))
    const cell = fc.constantFrom(
      'Symbol',
      'Quantity',
      'Price',
      'Cash',
      'Total',
      'VTI',
      '',
      '5',
      '1,5',
      '-3',
      'Date',
      '2026-01-02',
      'Action',
      '数量',
    )
    const text = fc.array(
      fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(',')),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(text, (lines) => check(new TextEncoder().encode(lines.join('\n')))),
      { numRuns: 500 },
    )
  })
})
