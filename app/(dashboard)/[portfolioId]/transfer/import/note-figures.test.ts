import { describe, expect, it } from 'vitest'
import { noteFigure, noteMoney } from '@/app/(dashboard)/[portfolioId]/transfer/import/note-figures'

describe('figures of notes', () => {
  it.each([
    ['810000', 81_000_000n],
    ['0.005', 1n],
    ['-0.005', -1n],
    ['-12.3', -1_230n],
    [`1.${'0'.repeat(35)}1`, 100n],
    [`0.004${'9'.repeat(30)}`, 1n],
  ])('reads %s in cents', (text, cents) => {
    expect(noteMoney(text)).toBe(cents)
  })

  it('keeps eighteen decimals', () => {
    expect(noteFigure('0.000000000000000001')).toBe(1n)
    expect(noteFigure('1.5')).toBe(1_500_000_000_000_000_000n)
  })

  it.each(['', '1,5', '1e5', 'n/a', '.5', '--1'])('leaves %j as it is', (text) => {
    expect(noteFigure(text)).toBeNull()
    expect(noteMoney(text)).toBeNull()
  })
})
