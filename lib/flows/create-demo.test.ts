import { describe, expect, it } from 'vitest'
import type { IsoDate } from '@/lib/core/units'
import { breakdown } from '@/lib/core/valuation'
import { findAdoption } from '@/lib/db/adoptions'
import { db } from '@/lib/db/client'
import { findSnapshot } from '@/lib/db/snapshot'
import { newUser } from '@/lib/db/test-users'
import { createDemoUser, resetDemo } from '@/lib/flows/create-demo'

const setting = { locale: 'en', asOf: '2026-11-22' as IsoDate } as const
const NOW = new Date('2026-11-22T10:00:00Z')

async function portfoliosOf(userId: string) {
  return db().portfolio.findMany({ where: { userId }, select: { id: true, name: true } })
}

describe('createDemoUser', () => {
  it('makes a user for a day, with the whole book, its target adopted, opened first', async () => {
    const { userId } = await createDemoUser(setting, NOW)
    const user = await db().user.findUniqueOrThrow({ where: { id: userId } })
    const [portfolio] = await portfoliosOf(userId)
    const snapshot = await findSnapshot(userId, portfolio?.id ?? '')
    expect(user.demoExpiresAt).toEqual(new Date('2026-11-23T10:00:00Z'))
    expect(user.lastPortfolioId).toBe(portfolio?.id)
    expect(snapshot?.accounts.map((a) => a.name)).toEqual(['Brokerage', 'Traditional IRA', 'Roth IRA'])
    expect(snapshot && breakdown(snapshot).total).toBe(129_585_505n)
    expect(new Set(snapshot?.holdings.map((h) => h.priceSource))).toEqual(new Set(['demo']))
    expect(snapshot?.holdings.every((h) => h.name !== '' && h.pricedOn === setting.asOf)).toBe(true)
    expect((await findAdoption(userId, portfolio?.id ?? ''))?.origin).toMatchObject({ state: 'postQt' })
  })

  it('speaks the language that was asked for', async () => {
    const { userId } = await createDemoUser({ ...setting, locale: 'zh-CN' })
    expect((await portfoliosOf(userId)).map((p) => p.name)).toEqual(['演示组合'])
  })
})

describe('resetDemo', () => {
  it('puts one fresh book in the place of everything', async () => {
    const { userId } = await createDemoUser(setting)
    const [before] = await portfoliosOf(userId)
    await db().portfolio.create({ data: { userId, name: 'Another' } })
    await db().symbolClass.create({ data: { userId, symbol: 'VTI', split: {} } })
    expect(await Promise.all([resetDemo(userId, setting), resetDemo(userId, setting)])).toEqual([true, true])
    const after = await portfoliosOf(userId)
    expect(after.map((p) => p.name)).toEqual(['Demo portfolio'])
    expect(after[0]?.id).not.toBe(before?.id)
    expect(await db().symbolClass.count({ where: { userId } })).toBe(0)
  })

  it('touches nobody who is not a demo user', async () => {
    const userId = await newUser()
    await db().portfolio.create({ data: { userId, name: 'Real' } })
    expect(await resetDemo(userId, setting)).toBe(false)
    expect((await portfoliosOf(userId)).map((p) => p.name)).toEqual(['Real'])
  })
})
