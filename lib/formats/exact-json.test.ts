import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseExactJson } from '@/lib/formats/exact-json'

describe('parseExactJson', () => {
  it.each([
    ['[1.5, -0, 12]', [1.5, -0, 12]],
    ['[0.1000000000000000055]', ['0.1000000000000000055']],
    ['{"a": -12345678901234567890.5}', { a: '-12345678901234567890.5' }],
    ['[1e400, 1E-7, 2e+3]', ['1e400', '1E-7', '2e+3']],
    ['["1e5 1234567890123456789", 1e5]', ['1e5 1234567890123456789', '1e5']],
    [String.raw`["a\"1e5", "\\", 1e5]`, ['a"1e5', '\\', '1e5']],
    ['[ \n12345678901234567,\t-0.12345678901234]', ['12345678901234567', '-0.12345678901234']],
    ['{"a" : 12345.1e1}', { a: '12345.1e1' }],
  ])('reads %s without loss', (text, value) => {
    expect(parseExactJson(text)).toEqual(value)
  })

  it.each([
    '',
    '{',
    '01234567890123456789',
    '1e',
    '-',
    '[1e5',
    '"1e5',
    '"1e5\\',
    '1e5 1e5',
    'NaN',
    '1234567890123456.',
  ])('refuses %j', (text) => {
    expect(() => parseExactJson(text)).toThrow(SyntaxError)
  })

  it('is JSON.parse for everything whose numbers are short', () => {
    const short = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('1e5', '"', '\\"'),
    )
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), short)), (value) => {
        const text = JSON.stringify([value, { long: '12345678901234567' }])
        expect(parseExactJson(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('takes a million quotation marks, or brackets, in its stride', () => {
    for (const text of [`"${'\\"'.repeat(500_000)}1e5`, '['.repeat(500_000)]) {
      expect(() => parseExactJson(text)).toThrow()
    }
  })
})
