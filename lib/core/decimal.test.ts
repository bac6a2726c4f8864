import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DecimalProblem, decimalText, parseDecimal } from '@/lib/core/decimal'
import { ONE } from '@/lib/core/units'

const read = (text: string, decimals?: number): string => {
  const parsed = parseDecimal(text, decimals)
  return parsed.ok ? decimalText(parsed.value) : parsed.problem
}

describe('parseDecimal', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['007', '7'],
    ['5.', '5'],
    ['.5', '0.5'],
    ['+5', '5'],
    ['1,234', '1234'],
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1.234.567', '1234567'],
    ['1.234.567,8', '1234567.8'],
    ["1'000.00", '1000'],
    ['1’000,5', '1000.5'],
    ['1 000,00', '1000'],
    ['1\u202f234\u202f567,89', '1234567.89'],
    ['12 345,678', '12345.678'],
    ['(5)', '-5'],
    ['( 1,234.50 )', '-1234.5'],
    ['($5.25)', '-5.25'],
    [' $ (5.25)', '-5.25'],
    ['−5', '-5'],
    ['-$5', '-5'],
    ['$-5', '-5'],
    ['US$1.50', '1.5'],
    ['１２３', '123'],
    ['１，２３４．５６', '1234.56'],
    ['（５）', '-5'],
    ['1.5k', '1500'],
    ['2 M', '2000000'],
    ['1.5万', '15000'],
    ['3亿', '300000000'],
    ['0.000000000000000001', '0.000000000000000001'],
    ['1.50000000000000000000000', '1.5'],
    ['99999999999999999999.999999999999999999', '99999999999999999999.999999999999999999'],
    ['\t42\n', '42'],
  ])('reads %j as %s', (text, value) => {
    expect(read(text)).toBe(value)
  })

  it.each<[string, DecimalProblem]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['1e400', 'notNumber'],
    ['1e5', 'notNumber'],
    ['NaN', 'notNumber'],
    ['Infinity', 'notNumber'],
    ['0x1f', 'notNumber'],
    ['5²', 'notNumber'],
    ['①', 'notNumber'],
    ['½', 'notNumber'],
    ['٣', 'notNumber'],
    ['.', 'notNumber'],
    ['-', 'notNumber'],
    ['--5', 'notNumber'],
    ['-$-5', 'notNumber'],
    ['(-5)', 'notNumber'],
    ['-(5)', 'notNumber'],
    ['((5))', 'notNumber'],
    ['(5', 'notNumber'],
    ['5-', 'notNumber'],
    ['12%', 'notNumber'],
    ['€5', 'notNumber'],
    ['¥5', 'notNumber'],
    ['1.2,3.4', 'notNumber'],
    ['1,2,3.4,5', 'notNumber'],
    ['1.5 5', 'notNumber'],
    ['5kk', 'notNumber'],
    ['=1+1', 'notNumber'],
    ['1_000', 'notNumber'],
    ['9'.repeat(200), 'notNumber'],
    ['1,5', 'ambiguous'],
    ['12,34', 'ambiguous'],
    ['0,123', 'ambiguous'],
    ['1234,567', 'ambiguous'],
    ['1,5k', 'ambiguous'],
    ['1,234,56', 'ambiguous'],
    ['12,34,567', 'ambiguous'],
    ['1 2', 'ambiguous'],
    ['2024.10.11', 'ambiguous'],
    ["1'234 567.00", 'ambiguous'],
    ['1,5.0', 'ambiguous'],
    ['0.0000000000000000001', 'tooPrecise'],
    ['100000000000000000000', 'tooLarge'],
    ['123456789012345678901234567890', 'tooLarge'],
    ['99999999999999999999b', 'tooLarge'],
  ])('refuses %j as %s', (text, problem) => {
    expect(read(text)).toBe(problem)
  })

  it('refuses more decimals than were asked for', () => {
    expect(read('1.005', 2)).toBe('tooPrecise')
    expect(read('1.00500', 3)).toBe('1.005')
    expect(read('1.005k', 2)).toBe('1005')
  })
})

const storable = fc.bigInt({ min: -(10n ** 38n) + 1n, max: 10n ** 38n - 1n })

/** The digits before the point in groups of three. */
const grouped = (whole: string, mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark)

describe('parseDecimal, for any number', () => {
  it('reads what decimalText writes', () => {
    fc.assert(
      fc.property(storable, (value) => {
        expect(parseDecimal(decimalText(value))).toEqual({ ok: true, value })
      }),
    )
  })

  it('reads every way of grouping, of marking and of signing exactly or says that it is ambiguous', () => {
    const styles = fc.constantFrom(
      [',', '.'],
      ['.', ','],
      [' ', ','],
      [' ', '.'],
      ["'", '.'],
      ['’', ','],
      ['\u00a0', ','],
    )
    const signs = fc.constantFrom('minus', 'hyphen', 'brackets')
    const check = (value: bigint, [group = '', mark = '']: readonly string[], sign: string): void => {
      const [whole = '', fraction = ''] = decimalText(value < 0n ? -value : value).split('.')
      const body = grouped(whole, group) + (fraction && mark + fraction)
      const text = value >= 0n ? body : sign === 'brackets' ? `(${body})` : `${sign === 'minus' ? '−' : '-'}${body}`
      const parsed = parseDecimal(text)
      // One mark alone tells nobody whether it groups or points: then reading it the other way must at least be the documented way.
      const oneMark = body.replace(/\d/g, '').length === 1
      if (!oneMark) expect(parsed).toEqual({ ok: true, value })
      else if (parsed.ok) expect([value, value * 1000n, value / 1000n]).toContain(parsed.value)
      else expect(parsed.problem).toBe('ambiguous')
    }
    fc.assert(fc.property(storable, styles, signs, check))
  })

  it('never throws, and answers whole multiples of the step asked for', () => {
    const marks = fc.string({ unit: fc.constantFrom(..."0123456789.,' ()-+$kmeE%x万１，（²"), maxLength: 40 })
    fc.assert(
      fc.property(fc.oneof(marks, fc.string()), fc.integer({ min: 0, max: 18 }), (text, decimals) => {
        const parsed = parseDecimal(text, decimals)
        if (parsed.ok) expect(parsed.value % 10n ** BigInt(18 - decimals)).toBe(0n)
      }),
    )
  })

  it('reads plain digits in haste as it does at leisure', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 20 })
    const check = (whole: string, fraction: string): void => {
      const text = `${whole}.${fraction}`.slice(0, whole.length + 19)
      for (const sign of ['', '-'])
        expect(parseDecimal(`${sign}${text}`)).toEqual(parseDecimal(` ${sign || '+'}${text}`))
    }
    fc.assert(fc.property(digits, digits, check))
  })

  it('reads digits as JavaScript does wherever JavaScript is exact', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 99 }), (whole, hundredths) => {
        const text = `${whole}.${String(hundredths).padStart(2, '0')}`
        expect(parseDecimal(text)).toEqual({
          ok: true,
          value: (BigInt(whole) * 100n + BigInt(hundredths)) * (ONE / 100n),
        })
      }),
    )
  })
})

describe('decimalText', () => {
  it.each([
    [0n, 2, 2, '0.00'],
    [-5n, 2, 2, '-0.05'],
    [123456n, 2, 2, '1234.56'],
    [123400n, 2, 0, '1234'],
    [7n, 0, 0, '7'],
    [ONE / 4n, 18, 4, '0.2500'],
  ])('writes %s at scale %s with at least %s decimals as %s', (value, scale, atLeast, text) => {
    expect(decimalText(value, scale, atLeast)).toBe(text)
  })
})
