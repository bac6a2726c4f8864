import { beforeEach, describe, expect, it } from 'vitest'
import type { IsoDate } from '@/lib/core/units'
import { findPortfolio } from '@/lib/db/portfolios'
import { saveDismissal, saveFollowing } from '@/lib/db/regime-following'
import { newPortfolio, newUser } from '@/lib/db/test-users'

const UNWANTED = { state: 'postQt', friday: '2026-03-06' as IsoDate } as const

let userId: string
let portfolioId: string

beforeEach(async () => {
  userId = await newUser()
  portfolioId = await newPortfolio(userId)
})

const stored = async () => {
  const { followsRegime, dismissed, version } = (await findPortfolio(userId, portfolioId)) ?? {}
  return { followsRegime, dismissed, version }
}

describe('following the measured regime', () => {
  it('is off until it is turned on, and leaves the version', async () => {
    expect(await stored()).toEqual({ followsRegime: false, dismissed: null, version: 1 })
    expect(await saveFollowing(userId, portfolioId, true)).toEqual({ ok: true })
    expect(await stored()).toEqual({ followsRegime: true, dismissed: null, version: 1 })
  })

  it('remembers a dismissal until it is taken back', async () => {
    await saveFollowing(userId, portfolioId, true)
    await saveDismissal(userId, portfolioId, UNWANTED)
    expect(await stored()).toMatchObject({ dismissed: UNWANTED, version: 1 })
    await saveDismissal(userId, portfolioId, null)
    expect(await stored()).toMatchObject({ followsRegime: true, dismissed: null })
  })

  it('forgets a dismissal when it is turned off and on, and not when it was on already', async () => {
    await saveFollowing(userId, portfolioId, true)
    await saveDismissal(userId, portfolioId, UNWANTED)
    await saveFollowing(userId, portfolioId, true)
    expect(await stored()).toMatchObject({ dismissed: UNWANTED })
    await saveFollowing(userId, portfolioId, false)
    await saveFollowing(userId, portfolioId, true)
    expect(await stored()).toMatchObject({ followsRegime: true, dismissed: null })
  })

  it('is for the owner alone', async () => {
    const stranger = await newUser()
    expect(await saveFollowing(stranger, portfolioId, true)).toMatchObject({ code: 'notFound' })
    expect(await saveDismissal(stranger, portfolioId, UNWANTED)).toMatchObject({ code: 'notFound' })
    expect(await stored()).toEqual({ followsRegime: false, dismissed: null, version: 1 })
  })
})
