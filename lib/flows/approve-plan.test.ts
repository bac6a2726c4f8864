import { beforeEach, describe, expect, it } from 'vitest'
import type { IsoDate } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { findPlan } from '@/lib/db/plans'
import { approvePlan } from '@/lib/flows/approve-plan'
import { AS_OF, adopt, CHOICES, type PlannedBook, plannedBook } from '@/lib/flows/planned-book'
import { computePlan, findPlanBase } from '@/lib/flows/preview-plan'
import { savePlan } from '@/lib/flows/save-plan'

const AT = new Date('2026-11-20T15:00:00Z')

let book: PlannedBook
let planId: string

beforeEach(async () => {
  book = await plannedBook()
  planId = crypto.randomUUID()
  const base = await findPlanBase(book.userId, book.portfolioId)
  if (!base?.adoption) throw new Error('Nothing to plan from')
  const { inputHash } = computePlan(base.snapshot, base.adoption, CHOICES, AS_OF)
  const request = { id: planId, portfolioId: book.portfolioId, name: 'A', choices: CHOICES, inputHash, seen: null }
  expect((await savePlan(book.userId, request, AS_OF)).ok).toBe(true)
})

const approve = (asOf = AS_OF, at = AT) => approvePlan(book.userId, planId, { asOf, at })
const approvedAt = async () => (await findPlan(book.userId, planId))?.approvedAt

describe('approvePlan', () => {
  it('records the approval, once', async () => {
    expect(await approve()).toEqual({ ok: true })
    expect(await approve(AS_OF, new Date('2026-11-21T15:00:00Z'))).toEqual({ ok: true })
    expect(await approvedAt()).toEqual(AT)
  })

  it('lets names change', async () => {
    await db().account.updateMany({ where: { id: book.accountId }, data: { name: 'Renamed' } })
    expect(await approve()).toEqual({ ok: true })
  })

  it.each<[string, () => Promise<unknown>, object]>([
    [
      'cash',
      () => db().account.updateMany({ where: { id: book.accountId }, data: { cashCents: 5n } }),
      { kind: 'account', field: 'cash', subject: 'Brokerage', before: '10000.00', after: '0.05' },
    ],
    [
      'a price',
      () => db().holding.updateMany({ where: { accountId: book.accountId, symbol: 'TLT' }, data: { price: '91' } }),
      { kind: 'holding', field: 'price', subject: 'TLT', before: '90.00', after: '91.00' },
    ],
    [
      'a lot',
      () => db().lot.updateMany({ where: { holding: { accountId: book.accountId } }, data: { unitCost: '1' } }),
      { kind: 'holding', field: 'lots', subject: 'VUG' },
    ],
    [
      'a class',
      () =>
        db().symbolClass.create({
          data: {
            userId: book.userId,
            symbol: 'TLT',
            split: { moneyFunds: 10_000, growth: 0, tech: 0, longBonds: 0, digital: 0, alternatives: 0 },
          },
        }),
      { kind: 'holding', field: 'split', subject: 'TLT', after: 'moneyFunds:10000' },
    ],
    [
      'an account',
      () => db().account.create({ data: { portfolioId: book.portfolioId, name: 'New', tax: 'free' } }),
      { kind: 'account', field: 'added', subject: 'New' },
    ],
    [
      'the target',
      () => adopt(book.userId, book.portfolioId, 'tightening'),
      { kind: 'target', field: 'weight', subject: 'growth', before: '3900', after: '3500' },
    ],
  ])('refuses after %s changed, and says so', async (_, change, told) => {
    await change()
    expect(await approve()).toMatchObject({
      ok: false,
      code: 'conflict',
      current: expect.arrayContaining([expect.objectContaining(told)]),
    })
    expect(await approvedAt()).toBeNull()
  })

  it('refuses on prices that have grown older than the plan allows', async () => {
    expect(await approve('2026-11-27' as IsoDate)).toEqual({ ok: true })
    await db().plan.updateMany({ where: { id: planId }, data: { approvedAt: null } })
    const answer = await approve('2026-11-28' as IsoDate)
    expect(answer).toMatchObject({ ok: false, code: 'conflict' })
    expect(!answer.ok && answer.current?.[0]).toMatchObject({ field: 'priceAge', before: '7', after: '8' })
  })

  it("does not find another user's plan, or one that is deleted", async () => {
    const stranger = await plannedBook()
    expect(await approvePlan(stranger.userId, planId, { asOf: AS_OF, at: AT })).toEqual({ ok: false, code: 'notFound' })
    await db().portfolio.updateMany({ where: { id: book.portfolioId }, data: { deletedAt: AT } })
    expect(await approve()).toEqual({ ok: false, code: 'notFound' })
  })
})
