import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neutralised, restored } from '@/lib/formats/csv-text'

const START = ['=', '+', '-', '@', '\t', '\r', '\n', "'", '＝', 'x', '招', '']
const text = fc
  .tuple(fc.constantFrom(...START), fc.constantFrom(...START), fc.string({ unit: 'grapheme' }))
  .map((t) => t.join(''))

describe('neutralised', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1"])('puts an apostrophe before %j', (formula) => {
    expect(neutralised(formula)).toBe(`'${formula}`)
  })

  it.each(['', 'Vanguard', '招商银行', "'tis", '10-year note', 'a=b'])('leaves %j alone', (plain) => {
    expect(neutralised(plain)).toBe(plain)
  })

  it('never starts a formula, and can always be undone', () => {
    fc.assert(
      fc.property(text, (value) => {
        const cell = neutralised(value)
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        expect(restored(cell)).toBe(value)
      }),
    )
  })
})
