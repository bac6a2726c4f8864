import { Secret, TOTP } from 'otpauth'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { later, T0 } from '@/lib/db/test-clock'
import { newUser } from '@/lib/db/test-users'
import { removeTotp } from '@/lib/db/totp'
import { makeRecoveryCodes } from '@/lib/flows/make-recovery-codes'
import { checkSecondFactor } from '@/lib/flows/second-factor'
import { beginTotp, finishTotp } from '@/lib/flows/set-up-totp'
import { totpStepOf } from '@/lib/flows/totp'

const STEP_MS = 30_000
const codeAt = (secret: string, at: Date): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: at.getTime() })

let userId: string
let secret: string
let codes: string[]

beforeAll(() => {
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000')
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret that is long enough for the tests')
})

beforeEach(async () => {
  userId = await newUser()
  secret = (await beginTotp(userId, 'me@example.test'))?.secret ?? ''
  const made = await finishTotp(userId, codeAt(secret, T0), T0)
  codes = Array.isArray(made) ? made : []
})

// RFC 6238, appendix B: the last six digits of its eight.
it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('knows the code of second %i', (second, code) => {
  const key = Secret.fromUTF8 ? Secret.fromUTF8('12345678901234567890').base32 : ''
  const at = new Date(second * 1000)
  const step = BigInt(Math.floor(second / 30))
  expect(totpStepOf(key, code, at)).toBe(step)
  expect(totpStepOf(key, ` ${code.slice(0, 3)} ${code.slice(3)} `, at)).toBe(step)
  // A clock may be off by one step, and by no more.
  expect(totpStepOf(key, code, new Date(at.getTime() + STEP_MS))).toBe(step)
  expect(totpStepOf(key, code, new Date(at.getTime() + 2 * STEP_MS))).toBeNull()
})

describe('checkSecondFactor', () => {
  it('asks nothing of a user without an authenticator app, nor of one whose first code is still to come', async () => {
    const other = await newUser()
    expect(await checkSecondFactor(other, null, T0)).toBe('none')
    await beginTotp(other, 'other@example.test')
    expect(await checkSecondFactor(other, null, T0)).toBe('none')
  })

  it('takes a code once, and none of an earlier step after it', async () => {
    const at = later(10 * STEP_MS)
    expect(await checkSecondFactor(userId, null, at)).toBe('missing')
    expect(await checkSecondFactor(userId, ' ', at)).toBe('missing')
    expect(await checkSecondFactor(userId, codeAt(secret, at), at)).toBe('ok')
    expect(await checkSecondFactor(userId, codeAt(secret, at), at)).toBe('wrong')
    expect(await checkSecondFactor(userId, codeAt(secret, later(9 * STEP_MS)), at)).toBe('wrong')
    const next = later(11 * STEP_MS)
    expect(await checkSecondFactor(userId, codeAt(secret, next), at)).toBe('ok')
  })

  it('does not take the code of the set-up again', async () => {
    expect(await checkSecondFactor(userId, codeAt(secret, T0), T0)).toBe('wrong')
  })

  it('takes one of twenty tries with the same code at the same moment', async () => {
    const at = later(20 * STEP_MS)
    const tries = Array.from({ length: 20 }, () => checkSecondFactor(userId, codeAt(secret, at), at))
    expect((await Promise.all(tries)).filter((answer) => answer === 'ok')).toHaveLength(1)
  })

  it('takes one of twenty tries with the same recovery code at the same moment', async () => {
    const code = codes[3] ?? ''
    const tries = Array.from({ length: 20 }, () => checkSecondFactor(userId, code, T0))
    expect((await Promise.all(tries)).filter((answer) => answer === 'ok')).toHaveLength(1)
    expect(await db().securityEvent.count({ where: { userId, kind: 'recoveryCodeUsed' } })).toBe(1)
  })

  it('takes recovery codes of this user alone, and no old ones', async () => {
    expect(codes).toHaveLength(10)
    const other = await newUser()
    const theirs = (await beginTotp(other, 'other@example.test'))?.secret ?? ''
    await finishTotp(other, codeAt(theirs, T0), T0)
    expect(await checkSecondFactor(other, codes[0] ?? '', T0)).toBe('wrong')
    const renewed = await makeRecoveryCodes(userId)
    expect(await checkSecondFactor(userId, codes[0] ?? '', T0)).toBe('wrong')
    expect(await checkSecondFactor(userId, renewed?.[0] ?? '', T0)).toBe('ok')
  })

  it('keeps neither the secret nor a code readable', async () => {
    const rows = await db().recoveryCode.findMany({ where: { userId } })
    const user = await db().user.findUnique({ where: { id: userId } })
    const kept = JSON.stringify([rows, user?.sealedTotp])
    for (const text of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
      expect(kept).not.toContain(text)
  })
})

describe('an authenticator app', () => {
  it('is not replaced while it is set up, and leaves nothing behind when it is removed', async () => {
    expect(await beginTotp(userId, 'me@example.test')).toBeNull()
    expect(await finishTotp(userId, codeAt(secret, later(STEP_MS)), later(STEP_MS))).toBe('notWaiting')
    expect(await removeTotp(userId)).toBe(true)
    expect(await removeTotp(userId)).toBe(false)
    expect(await db().recoveryCode.count({ where: { userId } })).toBe(0)
    expect(await makeRecoveryCodes(userId)).toBeNull()
    expect(await checkSecondFactor(userId, null, T0)).toBe('none')
  })

  it('opens under the installation’s secret alone', async () => {
    vi.resetModules()
    vi.stubEnv('NEXTAUTH_SECRET', 'another secret that is just as long as it')
    const { checkSecondFactor: elsewhere } = await import('@/lib/flows/second-factor')
    const at = later(30 * STEP_MS)
    expect(await elsewhere(userId, codeAt(secret, at), at)).toBe('wrong')
    expect(await elsewhere(userId, codes[5] ?? '', at)).toBe('ok')
    vi.stubEnv('NEXTAUTH_SECRET', 'a secret that is long enough for the tests')
  })
})
