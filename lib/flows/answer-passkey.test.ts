import { beforeEach, describe, expect, it } from 'vitest'
import { CHALLENGE_MS, removeExpiredChallenges } from '@/lib/db/challenges'
import { db } from '@/lib/db/client'
import { listPasskeys, removePasskey, renamePasskey } from '@/lib/db/passkeys'
import { later, T0 } from '@/lib/db/test-clock'
import { newUser } from '@/lib/db/test-users'
import { addPasskey, askNewPasskey } from '@/lib/flows/add-passkey'
import { answerPasskey } from '@/lib/flows/answer-passkey'
import { askPasskey, type PasskeyWish } from '@/lib/flows/ask-passkey'
import { testDevice } from '@/lib/flows/test-device'

const PARTY = { id: 'tidemark.example', origin: 'https://tidemark.example' }
const SIGN_IN = { purpose: 'signIn', userId: null } as const
const ALL = ['signIn', 'secondStep', 'confirm'] as const

type Device = ReturnType<typeof testDevice>
type Way = Parameters<Device['sign']>[1]

let userId: string
let device: Device

async function register(owner: string, made: Device): Promise<boolean> {
  const asked = await askNewPasskey({ id: owner, name: 'me@example.test' }, PARTY, T0)
  if (!asked) return false
  const answer = made.make(asked.options.challenge)
  return addPasskey(owner, { challengeId: asked.id, name: 'Mine', answer, party: PARTY }, T0)
}

async function ask(wish: PasskeyWish): Promise<{ id: string; challenge: string }> {
  const asked = await askPasskey(wish, PARTY, T0)
  if (!asked) throw new Error('Nothing was asked')
  return { id: asked.id, challenge: asked.options.challenge }
}

const answer = (
  challengeId: string,
  signed: ReturnType<Device['sign']>,
  purposes: readonly (typeof ALL)[number][] = ALL,
  at = T0,
) => answerPasskey({ challengeId, purposes, answer: signed, party: PARTY }, at)

/** Asks and answers in one. */
async function enter(wish: PasskeyWish, way?: Way): Promise<string | null> {
  const { id, challenge } = await ask(wish)
  return answer(id, device.sign(challenge, way))
}

beforeEach(async () => {
  userId = await newUser()
  device = testDevice(PARTY)
  expect(await register(userId, device)).toBe(true)
})

describe('a passkey', () => {
  it('says who signs in', async () => {
    expect(await enter(SIGN_IN)).toBe(userId)
    expect((await listPasskeys(userId))[0]?.lastUsedAt).toEqual(T0)
  })

  it('is nobody’s twice, and no other user’s to rename or remove', async () => {
    const other = await newUser()
    expect(await register(other, device)).toBe(false)
    expect(await renamePasskey(other, device.id, 'Theirs')).toBe(false)
    expect(await removePasskey(other, device.id)).toBeNull()
    expect(await enter(SIGN_IN)).toBe(userId)
    expect(await removePasskey(userId, device.id)).toBe('Mine')
    expect(await enter(SIGN_IN)).toBeNull()
  })

  it('has to know its owner when it is the only factor', async () => {
    expect(await enter(SIGN_IN, { verified: false })).toBeNull()
    expect(await enter({ purpose: 'confirm', userId }, { verified: false })).toBeNull()
    expect(await enter({ purpose: 'secondStep', userId }, { verified: false })).toBe(userId)
  })

  it('signs for this site alone', async () => {
    expect(await enter(SIGN_IN, { origin: 'https://tidemark.example.evil.test' })).toBeNull()
  })

  it('is refused when its counter stands still: it may be a copy', async () => {
    expect(await enter(SIGN_IN, { counter: 7 })).toBe(userId)
    expect(await enter(SIGN_IN, { counter: 7 })).toBeNull()
    expect(await enter(SIGN_IN, { counter: 6 })).toBeNull()
    expect(await enter(SIGN_IN, { counter: 8 })).toBe(userId)
  })

  it('does not pass for another’s, whose password was given or who is signed in', async () => {
    const other = await newUser()
    const theirs = testDevice(PARTY)
    await register(other, theirs)
    for (const purpose of ['secondStep', 'confirm'] as const) {
      const { id, challenge } = await ask({ purpose, userId: other })
      expect(await answer(id, device.sign(challenge))).toBeNull()
    }
  })
})

describe('a challenge', () => {
  it('is answered once, also by twenty at the same moment', async () => {
    const { id, challenge } = await ask(SIGN_IN)
    const tries = Array.from({ length: 20 }, () => answer(id, device.sign(challenge)))
    expect((await Promise.all(tries)).filter((found) => found === userId)).toHaveLength(1)
    expect(await answer(id, device.sign(challenge))).toBeNull()
  })

  it('is used up by a wrong answer', async () => {
    const { id, challenge } = await ask(SIGN_IN)
    expect(await answer(id, device.sign('AAAA'))).toBeNull()
    expect(await answer(id, device.sign(challenge))).toBeNull()
  })

  it('belongs to its browser and to its purpose, and ends', async () => {
    const [first, second] = [await ask(SIGN_IN), await ask(SIGN_IN)]
    expect(await answer(first.id, device.sign(second.challenge))).toBeNull()
    expect(await answer(second.id, device.sign(second.challenge), ['confirm'])).toBeNull()
    expect(await answer(second.id, device.sign(second.challenge), ALL, later(CHALLENGE_MS))).toBeNull()
    expect(await db().challenge.count({ where: { id: second.id } })).toBe(1)
    await removeExpiredChallenges(later(CHALLENGE_MS))
    expect(await db().challenge.count({ where: { id: second.id } })).toBe(0)
  })

  it('of a new passkey is answered by the user that it was made for', async () => {
    const other = await newUser()
    const asked = await askNewPasskey({ id: other, name: 'them' }, PARTY, T0)
    const made = testDevice(PARTY).make(asked?.options.challenge ?? '')
    const given = { challengeId: asked?.id ?? '', name: 'Mine', answer: made, party: PARTY }
    expect(await addPasskey(userId, given, T0)).toBe(false)
    expect(await addPasskey(other, given, T0)).toBe(false)
  })

  it('names no passkey before it is known whose', async () => {
    expect((await askPasskey(SIGN_IN, PARTY, T0))?.options.allowCredentials).toBeUndefined()
    const own = await askPasskey({ purpose: 'secondStep', userId }, PARTY, T0)
    expect(own?.options.allowCredentials).toMatchObject([{ id: device.id }])
    expect(await askPasskey({ purpose: 'secondStep', userId: await newUser() }, PARTY, T0)).toBeNull()
  })
})
