import { describe, expect, it } from 'vitest'
import { feedEnv, parseEnv } from '@/lib/env'

const GOOD = {
  DATABASE_URL: 'postgres://localhost/x',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  NEXTAUTH_URL: 'http://localhost:3000',
}

describe('parseEnv', () => {
  it('takes what the start script sets', () => {
    expect(parseEnv({ ...GOOD, HOME: '/root' })).toEqual(GOOD)
  })

  it.each([
    ['no secret', { ...GOOD, NEXTAUTH_SECRET: undefined }, /NEXTAUTH_SECRET is not set/],
    ['a short secret', { ...GOOD, NEXTAUTH_SECRET: 'hunter2-hunter2' }, /NEXTAUTH_SECRET is too short/],
    ['no address', { ...GOOD, NEXTAUTH_URL: '' }, /NEXTAUTH_URL/],
    ['a script as address', { ...GOOD, NEXTAUTH_URL: 'javascript:alert(1)' }, /NEXTAUTH_URL/],
    ['nothing', {}, /DATABASE_URL is not set.*NEXTAUTH_SECRET is not set.*NEXTAUTH_URL/],
  ])('refuses %s in one sentence that shows no value', (_, source, message) => {
    expect(() => parseEnv(source)).toThrow(message)
    expect(() => parseEnv(source)).not.toThrow(/hunter2|javascript|postgres:/)
  })
})

describe('feedEnv', () => {
  it('asks the real addresses, without a key, when nothing is said', () => {
    const real = feedEnv({ FRED_API_KEY: '', FRED_BASE_URL: '' })
    expect(real.FRED_API_KEY).toBeUndefined()
    expect([real.FRED_BASE_URL, real.FRED_CSV_BASE_URL, real.NY_FED_BASE_URL, real.TREASURY_BASE_URL]).toEqual([
      'https://api.stlouisfed.org/',
      'https://fred.stlouisfed.org/',
      'https://markets.newyorkfed.org/',
      'https://api.fiscaldata.treasury.gov/',
    ])
  })

  it('refuses a key or an address that is none, and shows neither', () => {
    const given = { FRED_API_KEY: 'my-secret-key', NY_FED_BASE_URL: 'file:///etc/passwd' }
    expect(() => feedEnv(given)).toThrow(/FRED_API_KEY is not a key.*_BASE_URL is not an address/)
    expect(() => feedEnv(given)).not.toThrow(/my-secret-key|passwd/)
  })
})
