import { describe, expect, it } from 'vitest'
import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { readNumber } from '@/lib/formats/positions/cells'
import { classOf } from '@/lib/formats/positions/class-of'
import { marksOf, readMarked } from '@/lib/formats/positions/column-marks'
import { withoutCurrency } from '@/lib/formats/positions/currency-words'
import { taxOf } from '@/lib/formats/positions/tax-of'
import { noteOnValue } from '@/lib/formats/positions/value-check'

describe('readNumber', () => {
  it.each([
    ['$1,234.56', '1234.56'],
    ['-$1,234.56', '-1234.56'],
    ['($1,234.56)', '-1234.56'],
    ['(5)', '-5'],
    ['-0', '0'],
    ['1.50', '1.5'],
    ['007', '7'],
    ['-0.5', '-0.5'],
    ['5.25-', '-5.25'],
    ['−5', '-5'],
    ['1.234,56', '1234.56'],
    ["1'000.00", '1000'],
    ['1 000,00', '1000'],
    ['１２３', '123'],
    ['+0.000000000000000001', '0.000000000000000001'],
    ['12345678901234567890', '12345678901234567890'],
  ])('reads %j as %s', (text, value) => {
    expect(readNumber(text)).toEqual({ ok: true, value })
  })

  it.each(['', ' ', '--', '—', 'n/a', 'N/A', '#N/A', 'Incomplete', 'Not Available', '暂无'])(
    '%j is no number',
    (text) => {
      expect(readNumber(text)).toEqual({ ok: false, problem: 'empty' })
    },
  )

  it.each([
    '1e400',
    'NaN',
    '0x1f',
    '+1.5%',
    '5²',
    'abc',
    '1.2.3',
    '--5',
    '123456789012345678901',
    '0.0000000000000000001',
  ])('%j is refused', (text) =>
    expect(readNumber(text)).toEqual({ ok: false, problem: expect.stringMatching(/notNumber|ambiguous/) }),
  )

  it('does not guess what a lone comma means', () => {
    expect(readNumber('1,5')).toEqual({ ok: false, problem: 'ambiguous' })
  })
})

describe('numbers of a column', () => {
  const read = (texts: string[]) => texts.map((text) => readMarked(text, marksOf(texts), false))

  it('are read alike', () => {
    expect(read(['1.234', '1,5', '12,75'])).toEqual(['1234', '1.5', '12.75'].map((value) => ({ ok: true, value })))
    expect(read(['1,234', '1.5'])).toEqual(['1234', '1.5'].map((value) => ({ ok: true, value })))
  })

  it('are ambiguous where they contradict each other or nobody knows', () => {
    expect(read(['1,234', '1.5', '1,5'])[0]).toEqual({ ok: false, problem: 'ambiguous' })
    expect(readMarked('1,234', null, true)).toEqual({ ok: false, problem: 'ambiguous' })
    expect(readMarked('1,234', null, false)).toEqual({ ok: true, value: '1234' })
  })

  it('give up the sign of their currency', () => {
    expect(withoutCurrency('1.234,56 €')).toEqual({ text: '1.234,56', sign: '€' })
    expect(withoutCurrency('-HK$5')).toEqual({ text: '-5', sign: 'HK$' })
    expect(withoutCurrency('(£5.00)')).toEqual({ text: '(5.00)', sign: '£' })
    expect(withoutCurrency('USD 12')).toEqual({ text: '12', sign: 'USD' })
    expect(withoutCurrency('n/a')).toEqual({ text: 'n/a', sign: null })
    expect(withoutCurrency('$5')).toEqual({ text: '$5', sign: null })
  })
})

describe('noteOnValue', () => {
  const note = (quantity: string, price: string | null, value: string | null) =>
    noteOnValue({ quantity, price, value, line: 7 } as ReadHolding)

  it('is silent within a cent, and where something is missing', () => {
    expect(note('3', '33.333', '100.00')).toBeNull()
    expect(note('3', null, '1')).toBeNull()
    expect(note('3', '1', null)).toBeNull()
  })

  it('says both figures, and tells bonds from mistakes', () => {
    expect(note('3', '10', '30.02')).toEqual({
      line: 7,
      code: 'valueMismatch',
      values: { product: '30', value: '30.02' },
    })
    expect(note('10000', '99.5', '9950')).toMatchObject({ code: 'perHundred' })
    expect(note('10000', '99.5', '9983.20')).toMatchObject({ code: 'perHundred' })
    expect(note('10000', '99.5', '9000')).toMatchObject({ code: 'valueMismatch' })
    expect(note('5', '10', '0')).toMatchObject({ code: 'valueMismatch' })
  })
})

describe('what words say', () => {
  it.each([
    ['Roth IRA', 'free'],
    ['Health Savings Account', 'free'],
    ['Rollover IRA ...123', 'deferred'],
    ['Individual 401(k)', 'deferred'],
    ['Individual Retirement Account', 'deferred'],
    ['ACME 403(b) Plan', 'deferred'],
    ['Individual - TOD', 'taxable'],
    ['Joint WROS', 'taxable'],
    ['Non-Retirement Brokerage', 'taxable'],
    ['Philip Roth Individual', null],
    ['Visa', null],
    ['My account', null],
  ])('%s is %s', (name, tax) => expect(taxOf(name)).toBe(tax))

  it('finds classes in the directory, with basis points where there are several', () => {
    expect(classOf('SPAXX**')).toBe('moneyFunds')
    expect(classOf('NOSUCH1')).toBeNull()
    const mixed = classOf('VTI')
    expect(Object.values(mixed as Record<string, number>).reduce((a, b) => a + b)).toBe(10_000)
  })
})
