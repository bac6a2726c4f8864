import { describe, expect, it } from 'vitest'
import { parseEnv } from '@/lib/env'

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
