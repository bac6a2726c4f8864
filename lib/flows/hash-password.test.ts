import * as argon2 from '@node-rs/argon2'
import { describe, expect, it, vi } from 'vitest'
import { hashPassword, verifyPassword } from '@/lib/flows/hash-password'

// A hash is slow on purpose, and far slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

vi.mock('@node-rs/argon2', { spy: true })

const PASSWORD = 'a heron walks over the wet slate'

describe('hashPassword', () => {
  it('is argon2id with 64 MiB, three passes and one lane, and salted', async () => {
    const [one, two] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect(one).not.toBe(two)
  })
})

describe('verifyPassword', () => {
  it('knows the password from any other', async () => {
    const stored = await hashPassword(PASSWORD)
    expect(await verifyPassword(stored, PASSWORD)).toBe(true)
    expect(await verifyPassword(stored, `${PASSWORD} `)).toBe(false)
    expect(await verifyPassword(stored, 'x'.repeat(100_000))).toBe(false)
  })

  it('takes the same text however the keyboard composed it', async () => {
    const stored = await hashPassword('un é composé ou décomposé')
    expect(await verifyPassword(stored, 'un é composé ou décomposé'.normalize('NFD'))).toBe(true)
  })

  it('is false without a hash, after the same work', async () => {
    const stored = await hashPassword(PASSWORD)
    await verifyPassword(stored, PASSWORD)
    vi.mocked(argon2.verify).mockClear()
    expect(await verifyPassword(stored, 'another heron entirely')).toBe(false)
    expect(await verifyPassword(null, 'another heron entirely')).toBe(false)
    const parameters = vi
      .mocked(argon2.verify)
      .mock.calls.map(([hash]) => String(hash).split('$').slice(0, 4).join('$'))
    expect(parameters).toEqual(['$argon2id$v=19$m=65536,t=3,p=1', '$argon2id$v=19$m=65536,t=3,p=1'])
  })
})
