import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText } from '@/lib/core/decimal'
import { readDecimal } from '@/lib/formats/exact-decimal'

describe('readDecimal', () => {
  it.each([
    ['1', 100n],
    ['-0.5', -50n],
    ['-0', 0n],
    [-0, 0n],
    ['1e2', 10_000n],
    ['1.230', 123n],
    ['100e-2', 100n],
    ['0e9999', 0n],
    [0.1, 10n],
    [1e3, 100_000n],
    [12.34, 1234n],
    ['999999999999999.99', 99_999_999_999_999_999n],
    ['007.5', 750n],
  ])('reads %j as cents', (value, cents) => {
    expect(readDecimal(value, 2)).toBe(cents)
  })

  it.each([
    ['', 'notNumber'],
    [' 1', 'notNumber'],
    ['+1', 'notNumber'],
    ['.5', 'notNumber'],
    ['5.', 'notNumber'],
    ['NaN', 'notNumber'],
    ['Infinity', 'notNumber'],
    ['0x1f', 'notNumber'],
    ['1,5', 'notNumber'],
    ['１２', 'notNumber'],
    ['1e', 'notNumber'],
    ['1e99999', 'notNumber'],
    ['1'.repeat(101), 'notNumber'],
    [true, 'notNumber'],
    [null, 'notNumber'],
    [[1], 'notNumber'],
    [Number.NaN, 'notNumber'],
    [Number.POSITIVE_INFINITY, 'tooLarge'],
    ['1e400', 'tooLarge'],
    ['1000000000000000', 'tooLarge'],
    ['-1e15', 'tooLarge'],
    [1e15, 'tooLarge'],
    [1e300, 'tooLarge'],
    ['1e-400', 'tooPrecise'],
    ['0.001', 'tooPrecise'],
    [1e-7, 'tooPrecise'],
    [0.1 + 0.2, 'inexact'],
  ])('refuses %j', (value, fault) => {
    expect(readDecimal(value, 2)).toBe(fault)
  })

  it('reads back every number of eighteen places', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 33n) + 1n, max: 10n ** 33n - 1n }), (value) => {
        expect(readDecimal(decimalText(value), 18)).toBe(value)
      }),
    )
  })

  it('reads a short number as the long way round does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 8 }), (digits, places) => {
        const text = decimalText(BigInt(digits), places)
        expect(readDecimal(text, 9)).toBe(readDecimal(`${text}e0`, 9))
      }),
    )
  })
})
