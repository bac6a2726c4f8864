import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { identityIn, oidcConfigs, oidcProvider } from '@/lib/auth/oidc'

const ISSUER = 'https://id.example'

beforeEach(() => {
  vi.stubEnv('OIDC_ISSUER', `${ISSUER}/`)
  vi.stubEnv('OIDC_CLIENT_ID', 'tidemark')
  vi.stubEnv('OIDC_CLIENT_SECRET', 'secret')
})
afterEach(() => vi.unstubAllEnvs())

describe('identityIn', () => {
  const claims = { iss: ISSUER, sub: '123', email: ' Ada@Example.test ', email_verified: true }

  it('names who it is by issuer and subject, and an address that was verified', () => {
    expect(identityIn(claims)).toEqual({ issuer: ISSUER, subject: '123', email: 'ada@example.test' })
    expect(identityIn({ ...claims, iss: `${ISSUER}/` })?.issuer).toBe(ISSUER)
  })

  it('needs no word of an address', () => {
    expect(identityIn({ iss: ISSUER, sub: '123' })).toEqual({ issuer: ISSUER, subject: '123', email: null })
  })

  it.each([
    { email_verified: false },
    { email_verified: 'true' },
    { email_verified: undefined },
    { email: undefined },
    { email: 'nobody' },
    { email: 7 },
  ])('leaves an address out with %j', (more) => {
    expect(identityIn({ ...claims, ...more })).toEqual({ issuer: ISSUER, subject: '123', email: null })
  })

  it.each([
    [{ ...claims, iss: 'https://another.example' }],
    [{ ...claims, iss: undefined }],
    [{ ...claims, sub: '' }],
    [{ ...claims, sub: 'x'.repeat(256) }],
    [{ ...claims, sub: 5 }],
    [null],
    [undefined],
  ])('is nobody for %j', (said) => {
    expect(identityIn(said)).toBeNull()
  })
})

describe('oidcConfigs', () => {
  it('asks for proof of the answer three times over, and for nothing but who it is', () => {
    const [config] = oidcConfigs()
    expect(config?.checks).toEqual(['pkce', 'state', 'nonce'])
    expect(config?.wellKnown).toBe(`${ISSUER}/.well-known/openid-configuration`)
    expect(config?.authorization).toEqual({ params: { scope: 'openid email' } })
  })

  it('offers nothing where nothing is configured', () => {
    vi.stubEnv('OIDC_ISSUER', '')
    vi.stubEnv('OIDC_CLIENT_ID', '')
    vi.stubEnv('OIDC_CLIENT_SECRET', '')
    expect(oidcConfigs()).toEqual([])
    expect(oidcProvider()).toBeNull()
    expect(identityIn({ iss: ISSUER, sub: '123' })).toBeNull()
  })
})
