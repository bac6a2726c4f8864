import { describe, expect, it } from 'vitest'
import { isLocale, preferredLocale } from '@/lib/i18n/locale'
import { validTimeZone } from '@/lib/i18n/time-zone'

describe('preferredLocale', () => {
  it.each([
    [null, 'en'],
    ['', 'en'],
    ['de-DE,de;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['en-GB,zh;q=0.9', 'en'],
    ['en;q=0.2, zh;q=0.7', 'zh-CN'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['zh;q=oops', 'en'],
  ])('answers %j with %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale)
  })
})

describe('isLocale', () => {
  it('takes exactly our two', () => {
    expect([isLocale('en'), isLocale('zh-CN'), isLocale('zh'), isLocale(undefined)]).toEqual([true, true, false, false])
  })
})

describe('validTimeZone', () => {
  it('keeps a real zone and falls back to UTC for anything else', () => {
    expect(validTimeZone('America/New_York')).toBe('America/New_York')
    for (const name of [undefined, '', 'Mars/Olympus', '<script>', 'x'.repeat(200)])
      expect(validTimeZone(name)).toBe('UTC')
  })
})
