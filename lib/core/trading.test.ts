import { describe, expect, it } from 'vitest'
import { limitsOf, TRADINGS, tradingOf } from '@/lib/core/trading'

describe('tradingOf', () => {
  it.each(TRADINGS)('takes back the limits of %s', (trading) => {
    expect(tradingOf(limitsOf(trading))).toBe(trading)
  })

  it('takes absent limits for none, and both for a lock', () => {
    expect(tradingOf({ locked: false })).toBe('free')
    expect(tradingOf({ locked: false, noBuy: true, noSell: true })).toBe('locked')
    expect(tradingOf({ locked: true, noBuy: true })).toBe('locked')
  })
})
