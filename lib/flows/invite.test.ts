import { beforeEach, describe, expect, it, vi } from 'vitest'
import { countOpenInvitations, withdrawInvitation } from '@/lib/db/invitations'
import { findLink } from '@/lib/db/one-time-links'
import { T0 } from '@/lib/db/test-clock'
import { newUser } from '@/lib/db/test-users'
import { invite, MOST_INVITATIONS } from '@/lib/flows/invite'

vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32))
vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000')

let userId: string
beforeEach(async () => {
  userId = await newUser()
})

const wish = (key: string = crypto.randomUUID()) => ({ key, note: 'Kittiwake' })
const secretIn = (link: string | null): string => new URL(link ?? '').searchParams.get('token') ?? ''

describe('invite', () => {
  it('answers a link that works, and one link for one key', async () => {
    const wanted = wish()
    const links = await Promise.all([1, 2, 3].map(() => invite(userId, wanted, T0)))
    expect(new Set([...links, await invite(userId, wanted, T0)]).size).toBe(1)
    expect(await countOpenInvitations(userId, T0)).toBe(1)
    expect((await findLink('invite', secretIn(links[0] ?? null), T0))?.note).toBe('Kittiwake')
  })

  it('makes another link of another key, and of the same key for another user', async () => {
    const wanted = wish()
    const all = [
      await invite(userId, wanted, T0),
      await invite(userId, wish(), T0),
      await invite(await newUser(), wanted, T0),
    ]
    expect(new Set(all).size).toBe(3)
  })

  it('stops at as many as may be open, until one is withdrawn', async () => {
    const first = await invite(userId, wish(), T0)
    for (let i = 1; i < MOST_INVITATIONS; i += 1) await invite(userId, wish(), T0)
    expect(await invite(userId, wish(), T0)).toBeNull()
    await withdrawInvitation(userId, (await findLink('invite', secretIn(first), T0))?.id ?? '')
    expect(await invite(userId, wish(), T0)).not.toBeNull()
  })
})
