import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { newUser } from '@/lib/db/test-users'
import { createDemoRow } from '@/lib/db/users'
import { removeExpired } from '@/lib/flows/remove-expired'

const NOW = new Date('2026-03-31T08:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

describe('removeExpired', () => {
  it('removes the demos whose day is over, and nobody else', async () => {
    const over = await createDemoRow(NOW)
    const running = await createDemoRow(new Date(NOW.getTime() + 1))
    const person = await newUser()
    await db().portfolio.create({ data: { userId: over, name: 'Demo' } })
    const { demos } = await removeExpired(NOW)
    expect(demos).toBeGreaterThanOrEqual(1)
    const ids = [over, running, person]
    const left = await db().user.findMany({ where: { id: { in: ids } }, select: { id: true } })
    expect(left.map((row) => row.id).sort()).toEqual([running, person].sort())
    expect(await db().portfolio.count({ where: { userId: over } })).toBe(0)
  })

  it('removes for good what was deleted more than thirty days ago', async () => {
    const userId = await newUser()
    const portfolio = (name: string, deletedAt: Date | null) =>
      db().portfolio.create({ data: { userId, name, deletedAt } })
    await portfolio('long gone', daysAgo(31))
    await portfolio('just gone', daysAgo(29))
    const kept = await portfolio('here', null)
    const account = { portfolioId: kept.id, tax: 'taxable' } as const
    await db().account.create({ data: { ...account, name: 'long gone', deletedAt: daysAgo(31) } })
    const { id: accountId } = await db().account.create({ data: { ...account, name: 'here' } })
    await db().holding.create({ data: { accountId, symbol: 'OLD', quantity: '1', deletedAt: daysAgo(31) } })
    await db().holding.create({ data: { accountId, symbol: 'NEW', quantity: '1', deletedAt: daysAgo(1) } })
    await db().targetModel.create({ data: { userId, name: 'old', weights: {}, deletedAt: daysAgo(31) } })
    const plan = { portfolioId: kept.id, document: {}, inputHash: 'h' }
    await db().plan.create({ data: { ...plan, name: 'old', deletedAt: daysAgo(31) } })
    await db().plan.create({ data: { ...plan, name: 'here' } })

    expect((await removeExpired(NOW)).rows).toBeGreaterThanOrEqual(5)
    const names = async (rows: Promise<{ name: string }[]>) => (await rows).map((row) => row.name).sort()
    expect(await names(db().portfolio.findMany({ where: { userId } }))).toEqual(['here', 'just gone'])
    expect(await names(db().account.findMany({ where: { portfolioId: kept.id } }))).toEqual(['here'])
    expect(await names(db().plan.findMany({ where: { portfolioId: kept.id } }))).toEqual(['here'])
    expect((await db().holding.findMany({ where: { accountId } })).map((row) => row.symbol)).toEqual(['NEW'])
    expect(await db().targetModel.count({ where: { userId } })).toBe(0)
  })
})
