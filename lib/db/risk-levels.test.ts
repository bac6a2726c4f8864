import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { saveRiskLevel } from '@/lib/db/risk-levels'
import { newPortfolio, newUser } from '@/lib/db/test-users'

let userId: string
let portfolioId: string

beforeEach(async () => {
  userId = await newUser()
  portfolioId = await newPortfolio(userId)
})

const stored = () =>
  db().portfolio.findUniqueOrThrow({ where: { id: portfolioId }, select: { riskLevel: true, version: true } })

describe('saveRiskLevel', () => {
  it('changes the level and the portfolio’s version', async () => {
    expect(await saveRiskLevel(userId, portfolioId, { from: 'balanced', to: 'growth' })).toMatchObject({ ok: true })
    expect(await stored()).toEqual({ riskLevel: 'growth', version: 2 })
  })

  it('changes nothing when it is so already', async () => {
    expect(await saveRiskLevel(userId, portfolioId, { from: 'growth', to: 'balanced' })).toMatchObject({ ok: true })
    expect(await stored()).toEqual({ riskLevel: 'balanced', version: 1 })
  })

  it('refuses when another level is stored than the one seen', async () => {
    const answer = await saveRiskLevel(userId, portfolioId, { from: 'conservative', to: 'growth' })
    expect(answer).toEqual({ ok: false, code: 'conflict', current: 'balanced' })
    expect(await stored()).toEqual({ riskLevel: 'balanced', version: 1 })
  })

  it('is for the owner alone', async () => {
    const stranger = await newUser()
    expect(await saveRiskLevel(stranger, portfolioId, { from: 'balanced', to: 'growth' })).toMatchObject({
      code: 'notFound',
    })
    expect(await stored()).toEqual({ riskLevel: 'balanced', version: 1 })
  })
})
