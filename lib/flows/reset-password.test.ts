import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findAddress } from '@/lib/db/mailbox-links'
import { createSession, findLiveSession } from '@/lib/db/sessions'
import { createDemoRow, createUser } from '@/lib/db/users'
import { hashPassword } from '@/lib/flows/hash-password'
import { logIn } from '@/lib/flows/log-in'
import { requestReset } from '@/lib/flows/request-reset'
import { requestVerification } from '@/lib/flows/request-verification'
import { resetPassword } from '@/lib/flows/reset-password'
import { type Mail, openMail, type SealedMail } from '@/lib/flows/sealed-mail'

// A hash is slow on purpose, and far slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const queued: SealedMail[] = []
const full = { now: false }
vi.mock('@/lib/db/job-queue', () => ({
  enqueue: async (_: string, data: SealedMail) => {
    if (full.now) throw new Error('no queue')
    queued.push(data)
    return true
  },
}))

const OLD = 'seven herons over the estuary'
const NEW = 'eleven otters below the weir'
const VISITOR = { address: '192.0.2.1', userAgent: 'Test' }
const AT = new Date()

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 's'.repeat(43))
  vi.stubEnv('NEXTAUTH_URL', 'https://tidemark.example')
  queued.length = 0
  full.now = false
})
afterEach(() => vi.unstubAllEnvs())

async function someone(): Promise<{ userId: string; email: string }> {
  const email = `${crypto.randomUUID()}@example.test`
  const userId = await createUser(email, await hashPassword(OLD))
  if (!userId) throw new Error('The address is taken')
  return { userId, email }
}

/** The newest mail in the queue, opened. */
function lastMail(): Mail {
  const last = queued.at(-1)
  const mail = last && openMail(last)
  if (!mail) throw new Error('No mail can be opened')
  return mail
}

const secretIn = (mail: Mail): string => new URL(mail.link).searchParams.get('token') ?? ''

const reset = (secret: string, password = NEW) => resetPassword({ secret, password, locale: 'en' }, VISITOR, AT)

describe('requestReset', () => {
  it('sends a known address a link on the configured origin', async () => {
    const { email } = await someone()
    await requestReset(email, 'zh-CN', VISITOR, AT)
    expect(lastMail()).toMatchObject({ to: email, kind: 'reset', locale: 'zh-CN' })
    expect(lastMail().link).toMatch(/^https:\/\/tidemark\.example\/reset\?token=[\w-]{43}$/)
  })

  it('sends an unknown one nothing', async () => {
    await requestReset(`${crypto.randomUUID()}@example.test`, 'en', VISITOR, AT)
    expect(queued).toEqual([])
  })
})

describe('resetPassword', () => {
  it('sets the password, ends the sessions and tells the mailbox', async () => {
    const { userId, email } = await someone()
    const session = await createSession(userId, '', AT)
    await requestReset(email, 'en', VISITOR, AT)
    const secret = secretIn(lastMail())
    expect(await reset(secret)).toEqual({ ok: true, email })
    expect(await logIn(email, NEW)).toBe(userId)
    expect(await logIn(email, OLD)).toBeNull()
    expect(await findLiveSession(session, AT)).toBeNull()
    expect(lastMail()).toMatchObject({ to: email, kind: 'changed', link: 'https://tidemark.example/login' })
    expect(await reset(secret, OLD)).toEqual({ ok: false, fault: 'link' })
    expect(await logIn(email, NEW)).toBe(userId)
  })

  it('leaves the link whole when the password is none', async () => {
    const { email } = await someone()
    await requestReset(email, 'en', VISITOR, AT)
    const secret = secretIn(lastMail())
    expect(await reset(secret, 'short')).toEqual({ ok: false, fault: 'tooShort' })
    expect(await reset(secret, 'password password password')).toEqual({ ok: false, fault: 'tooCommon' })
    expect(await reset(secret)).toEqual({ ok: true, email })
  })

  it('stands although the mail about it is not queued', async () => {
    const { userId, email } = await someone()
    await requestReset(email, 'en', VISITOR, AT)
    const secret = secretIn(lastMail())
    full.now = true
    expect(await reset(secret)).toEqual({ ok: true, email })
    expect(await logIn(email, NEW)).toBe(userId)
  })

  it.each(['', 'x', 'A'.repeat(43)])('does nothing for %j', async (secret) => {
    expect(await reset(secret)).toEqual({ ok: false, fault: 'link' })
  })
})

describe('requestVerification', () => {
  it('sends the link to the address, until that is verified', async () => {
    const { userId, email } = await someone()
    expect(await requestVerification(userId, 'en', AT)).toBe(true)
    expect(lastMail()).toMatchObject({ to: email, kind: 'verify' })
    expect(lastMail().link).toMatch(/^https:\/\/tidemark\.example\/verify\?token=[\w-]{43}$/)
    await requestReset(email, 'en', VISITOR, AT)
    await reset(secretIn(lastMail()))
    expect(await findAddress(userId)).toEqual({ email, verified: true })
    queued.length = 0
    expect(await requestVerification(userId, 'en', AT)).toBe(false)
    expect(queued).toEqual([])
  })

  it('sends a demo user nothing', async () => {
    expect(await requestVerification(await createDemoRow(new Date(AT.getTime() + 60_000)), 'en', AT)).toBe(false)
    expect(queued).toEqual([])
  })
})
