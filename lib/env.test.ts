import { describe, expect, it } from 'vitest'
import { feedEnv, gateEnv, parseEnv, processEnv } from '@/lib/env'

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

describe('gateEnv', () => {
  const PROVIDER = {
    OIDC_ISSUER: 'https://id.example',
    OIDC_CLIENT_ID: 'tidemark',
    OIDC_CLIENT_SECRET: 'my-secret-key',
  }

  it('is open, believes no proxy and knows no provider when nothing is said', () => {
    const nothing = { REGISTRATION: 'open', TRUSTED_PROXY_HOPS: 0, OIDC_NAME: 'OpenID' }
    expect(gateEnv({})).toEqual(nothing)
    expect(gateEnv({ REGISTRATION: '', TRUSTED_PROXY_HOPS: '', OIDC_ISSUER: '' })).toEqual(nothing)
    expect(gateEnv({ ...PROVIDER, REGISTRATION: 'invite' })).toMatchObject({ REGISTRATION: 'invite', ...PROVIDER })
  })

  it.each([
    [{ REGISTRATION: 'yes' }, /REGISTRATION is not one of/],
    [{ TRUSTED_PROXY_HOPS: 'one' }, /TRUSTED_PROXY_HOPS is not a number/],
    [{ TRUSTED_PROXY_HOPS: '-1' }, /./],
    [{ ...PROVIDER, OIDC_CLIENT_SECRET: '' }, /belong together/],
    [{ ...PROVIDER, OIDC_ISSUER: 'file:///etc/passwd' }, /OIDC_ISSUER is not an address/],
  ])('refuses %j and shows no value', (source, message) => {
    expect(() => gateEnv(source)).toThrow(message)
    expect(() => gateEnv(source)).not.toThrow(/my-secret-key|passwd/)
  })
})

describe('processEnv', () => {
  it('does the jobs itself and serves no figures when nothing is said', () => {
    const nothing = { JOBS: 'inline', METRICS_HOST: '127.0.0.1' }
    expect(processEnv({})).toEqual(nothing)
    expect(processEnv({ JOBS: '', METRICS_PORT: '', LOG_LEVEL: '' })).toEqual(nothing)
    expect(processEnv({ JOBS: 'worker', METRICS_PORT: '9464' })).toMatchObject({ JOBS: 'worker', METRICS_PORT: 9464 })
  })

  it.each([
    [{ JOBS: 'both' }, /JOBS is neither/],
    [{ METRICS_PORT: 'x' }, /METRICS_PORT is not a port/],
    [{ METRICS_PORT: '70000' }, /METRICS_PORT is not a port/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL is not a level/],
  ])('refuses %j', (source, message) => expect(() => processEnv(source)).toThrow(message))
})
