import { describe, expect, it } from 'vitest'
import { cellCusip, cellSymbol, nameAndTicker, symbolFromName } from '@/lib/formats/positions/named-symbol'
import { isOption } from '@/lib/formats/positions/option-code'

describe('isOption', () => {
  it.each([
    '-AAPL260116P200',
    'AAPL  300117C00150000',
    'AAPL 01/16/2026 250.00 C',
    "QQQ Dec 31 '27 $600 Put",
    'NVDA JAN 15 2027 $250 CALL',
    'PUT (SPY) SPDR S&P 500 ETF JUN 18 27 $500',
    'CALL APPLE INC $300 EXP 01/15/27',
  ])('sees the contract in %s', (text) => expect(isOption(text)).toBe(true))

  it.each([
    'AAPL',
    'BRK.B',
    '912810QF8',
    'PUTNAM LARGE CAP VALUE',
    'CALLAWAY GOLF',
    'C',
    'KEY BANK CD 3.85% 08/24/2026',
  ])('sees none in %s', (text) => expect(isOption(text)).toBe(false))
})

describe('symbols of what has none', () => {
  it('keeps two bonds of one issuer apart, in 32 characters', () => {
    const [a, b] = ['01/15/36', '01/15/46'].map((day) =>
      symbolFromName(`U S Treasury Note Inflation Index Note 1.875 ${day}`),
    )
    expect(a).not.toBe(b)
    expect(a?.length).toBeLessThanOrEqual(32)
  })

  it('takes cells for what they say', () => {
    expect([cellSymbol('--'), cellSymbol('null'), cellSymbol('SPAXX**'), cellSymbol('GLD !')]).toEqual([
      '',
      '',
      'SPAXX',
      'GLD',
    ])
    expect([cellCusip('="912810QF8"'), cellCusip('n/a')]).toEqual(['912810QF8', ''])
    expect(nameAndTicker('CREF Stock R3 (QCSTIX)')).toEqual({ name: 'CREF Stock R3', ticker: 'QCSTIX' })
    expect(nameAndTicker('Fund (closed to new money)').ticker).toBe('')
  })
})
