import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileTable } from '@/lib/formats/positions/file-table'

const table = (text: string) => fileTable(text, 'file.csv')
const rows = (text: string) => table(text).rows.map(({ line, cells }) => [line, ...cells])

describe('fileTable', () => {
  it('counts physical lines, whatever ends them, and keeps blank ones', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(rows(['a,b', '', ' ', '1,"x', 'y"', '2,3', ''].join(end))).toEqual([
        [1, 'a', 'b'],
        [2],
        [3],
        [4, '1', 'x\ny'],
        [6, '2', '3'],
      ])
    }
  })

  it('lets a broken quote swallow nothing', () => {
    expect(rows('s,q\n"Foo,10\nBAR,20\n1,"x"\n')).toEqual([
      [1, 's', 'q'],
      [2, '"Foo', '10'],
      [3, 'BAR', '20'],
      [4, '1', 'x'],
    ])
    expect(rows('s,q\n5" pipe,10\n"The "Big" one, Inc",2\n')).toEqual([
      [1, 's', 'q'],
      [2, '5" pipe', '10'],
      [3, 'The "Big" one, Inc', '2'],
    ])
  })

  it.each([
    ['Symbol;Qty;Price\nA;1,5;2,5\nB;2,5;3,5\n', ';'],
    ['a\tb\n1,2\t3,4\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['sep=;\nA,B;1\n', ';'],
    ['Positions; all accounts\na,b,c\n1,2,3\n4,5,6\n', ','],
    ['one\ntwo\n', null],
    ['{"a": 1,\n"b": 2}', null],
    ['<a b="1,2"/>\n<c/>', null],
  ])('finds the mark of %j', (text, delimiter) => {
    expect(table(text).delimiter).toBe(delimiter)
  })

  it('unwraps what protects a cell from a spreadsheet', () => {
    expect(rows('a,b\n="00123","\'=x"\n')[1]).toEqual([2, '00123', '=x'])
  })

  it('reads what is well formed as csv-parse does', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', ',', ';', '\n', ' '), maxLength: 6 })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 }), (cells) => {
        const text = cells.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\n')
        const theirs = (parse(`"h","h","h"\n${text}`) as string[][]).map((row) => row.map((c) => c.trim()))
        const found = table(`"h","h","h"\n${text}`)
        if (found.delimiter === ',') expect(found.rows.map((row) => row.cells)).toEqual(theirs)
      }),
    )
  })

  it('cuts a cell of megabytes so that no number is left of it, and keeps the line', () => {
    const text = `Symbol,Quantity\nVTI,1${' '.repeat(2_000_000)}2\n`
    const row = table(text).rows[1]
    expect(row?.cells[1]).toMatch(/^1 {999}…$/)
    expect(row?.text).toHaveLength(2_000_006)
    expect(table(`Symbol,Quantity\nVTI,5${' '.repeat(2_000_000)}\n`).rows[1]?.cells).toEqual(['VTI', '5'])
  })

  it('loses no line of any text', () => {
    const piece = fc.constantFrom('a', '"', '""', ',', ';', '\t', '\n', '\r\n', '\r', '1.5', ' ')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        const lines = text.split(/\r\n|\n|\r/)
        if (lines.at(-1) === '') lines.pop()
        const found = table(text).rows
        expect(found.map((row) => row.text).join('\n')).toBe(lines.join('\n'))
        let next = 1
        for (const row of found) {
          expect(row.line).toBe(next)
          next += row.text.split('\n').length
        }
      }),
    )
  })
})
