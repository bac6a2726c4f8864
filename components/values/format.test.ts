import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatDate,
  formatInstant,
  formatMoney,
  formatPercent,
  formatPoints,
  formatPpm,
  formatPrice,
  formatQuantity,
} from '@/components/values/format'
import { bps, cents, type IsoDate, ppm, quantity, unitPrice } from '@/lib/core/units'

const money = (value: bigint, style = {}) => formatMoney('en', cents(value), 'USD', style)

describe('formatMoney', () => {
  it('is exact far beyond what a float holds', () => {
    expect(money(12_345_678_901_234_567_890_12n)).toBe('$12,345,678,901,234,567,890.12')
  })

  it('writes a true minus and never minus zero', () => {
    expect(money(-123_456n)).toBe('−$1,234.56')
    expect(money(0n)).toBe('$0.00')
    expect(money(-49n, { precision: 'whole' })).toBe('$0')
    expect(money(-49n, { precision: 'whole', sign: 'always' })).toBe('$0')
  })

  it('shows the sign of a change, but none for zero', () => {
    expect(money(3_710_000n, { sign: 'always', symbol: false })).toBe('+37,100.00')
    expect(money(-1n, { sign: 'always' })).toBe('−$0.01')
    expect(money(0n, { sign: 'always' })).toBe('$0.00')
  })

  it('rounds half away from zero when cents are left out', () => {
    expect([money(150n, { precision: 'whole' }), money(-150n, { precision: 'whole' })]).toEqual(['$2', '−$2'])
  })

  it('is the same amount in Chinese', () => {
    expect(formatMoney('zh-CN', cents(-128_431_022n), 'USD')).toBe('−$1,284,310.22')
  })
})

describe('shares', () => {
  it('shows basis points exactly', () => {
    expect(formatPercent('en', bps(3_210))).toBe('32.10%')
    expect(formatPercent('en', bps(10_000))).toBe('100.00%')
    expect(formatPercent('en', bps(-4), { decimals: 1 })).toBe('0.0%')
    expect(formatPercent('zh-CN', bps(3_450), { decimals: 0 })).toBe('35%')
  })

  it('shows points with their sign', () => {
    expect(formatPoints('en', bps(-690))).toBe('−6.90')
    expect(formatPoints('en', bps(520), { decimals: 1 })).toBe('+5.2')
    expect(formatPoints('en', bps(0))).toBe('0.00')
  })

  it('shows millionths', () => {
    expect(formatPpm('en', ppm(97_500), { decimals: 2 })).toBe('9.75%')
  })
})

describe('quantities and prices', () => {
  it('keeps every digit that there is', () => {
    expect(formatQuantity('en', quantity(1n))).toBe('0.000000000000000001')
    expect(formatQuantity('en', quantity(1_234_500_000_000_000_000_000n))).toBe('1,234.5')
    expect(formatQuantity('en', quantity(-2_000_000_000_000_000_000n), 'always')).toBe('−2')
  })

  it('shows a price with at least two digits', () => {
    expect(formatPrice('en', unitPrice(91_000_000_000_000_000_000_000n), 'USD')).toBe('$91,000.00')
    expect(formatPrice('en', unitPrice(123_450_000_000_000n), 'USD')).toBe('$0.00012345')
  })

  it('counts in groups', () => {
    expect(formatCount('en', 12_345)).toBe('12,345')
  })
})

describe('dates', () => {
  it('does not move a calendar date', () => {
    expect(formatDate('en', '2026-11-20' as IsoDate)).toBe('Nov 20, 2026')
    expect(formatDate('zh-CN', '2026-11-20' as IsoDate)).toBe('2026年11月20日')
  })

  it('shows an instant on the clock of the reader', () => {
    const at = new Date('2026-11-20T23:30:00Z')
    expect(formatInstant('en', at, 'Asia/Shanghai', 'date')).toBe('Nov 21, 2026')
    expect(formatInstant('en', at, 'UTC', 'time')).toBe('11:30 PM')
  })
})
