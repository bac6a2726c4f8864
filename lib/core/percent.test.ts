import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePercent, percentText } from '@/lib/core/percent'
import { bps } from '@/lib/core/units'

describe('parsePercent', () => {
  it.each([
    ['12', 1200],
    ['12.5', 1250],
    ['12.50 %', 1250],
    ['12%', 1200],
    ['１２．５％', 1250],
    ['0', 0],
    ['.05', 5],
    ['100.00', 10_000],
  ])('reads %j', (text, expected) => {
    expect(parsePercent(text)).toEqual({ ok: true, value: expected })
  })

  it.each([
    ['', 'empty'],
    ['%', 'empty'],
    ['1/3', 'notNumber'],
    ['1e1', 'notNumber'],
    ['0x1f', 'notNumber'],
    ['NaN', 'notNumber'],
    ['12.345', 'tooPrecise'],
    ['12,5', 'ambiguous'],
    ['-1', 'outOfRange'],
    ['(5)', 'outOfRange'],
    ['100.01', 'outOfRange'],
    ['1k', 'outOfRange'],
  ])('refuses %j as %s', (text, problem) => {
    expect(parsePercent(text)).toEqual({ ok: false, problem })
  })

  it('takes back every weight that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (value) => {
        expect(parsePercent(percentText(bps(value)))).toEqual({ ok: true, value })
      }),
    )
  })
})
