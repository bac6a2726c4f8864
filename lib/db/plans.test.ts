import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { createPlan, findPlan, listPlans, markApproved, removePlan, renamePlan, restorePlan } from '@/lib/db/plans'
import { newPortfolio, newUser } from '@/lib/db/test-users'

const AT = new Date('2026-11-20T15:00:00Z')
const document = {
  snapshot: { currency: 'EUR' },
  plan: { trades: [{}, {}], turnover: '12.34', driftBefore: 740, driftAfter: null, tax: { total: '0.10', unknown: 1 } },
}

let userId: string
let stranger: string
let portfolioId: string
let id: string

beforeEach(async () => {
  userId = await newUser()
  stranger = await newUser()
  portfolioId = await newPortfolio(userId)
  id = crypto.randomUUID()
  await createPlan(userId, { id, portfolioId, name: 'First', inputHash: 'x', document }, db())
})

const ids = async (owner = userId) => (await listPlans(owner, portfolioId)).map((plan) => plan.id)

describe('plans', () => {
  it('are listed with the numbers of their documents', async () => {
    expect(await listPlans(userId, portfolioId)).toEqual([
      {
        id,
        name: 'First',
        createdAt: expect.any(Date),
        approvedAt: null,
        version: 1,
        currency: 'EUR',
        trades: 2,
        turnover: 1234n,
        driftBefore: 740,
        driftAfter: null,
        tax: 10n,
        taxUnknown: 1,
      },
    ])
  })

  it('keep their document as it was', async () => {
    expect((await findPlan(userId, id))?.document).toEqual(document)
  })

  it('answer no question about ids that are no ids', async () => {
    expect(await findPlan(userId, "x' or 1=1")).toBeNull()
    expect(await listPlans(userId, 'x')).toEqual([])
  })

  it('are renamed at the version that was seen, else it is a conflict with the present name', async () => {
    expect(await renamePlan(userId, { id, name: 'Second', version: 1 })).toEqual({
      ok: true,
      value: { name: 'Second', version: 2 },
    })
    expect(await renamePlan(userId, { id, name: 'Third', version: 1 })).toEqual({
      ok: false,
      code: 'conflict',
      current: { name: 'Second', version: 2 },
    })
    expect(await renamePlan(userId, { id, name: 'Second', version: 1 })).toMatchObject({ ok: true })
    expect((await findPlan(userId, id))?.name).toBe('Second')
  })

  it('are deleted and come back', async () => {
    expect(await removePlan(userId, id, AT)).toEqual({ ok: true })
    expect(await removePlan(userId, id, AT)).toEqual({ ok: true })
    expect([await findPlan(userId, id), await ids()]).toEqual([null, []])
    expect(await renamePlan(userId, { id, name: 'x', version: 1 })).toEqual({ ok: false, code: 'notFound' })
    expect(await restorePlan(userId, id)).toEqual({ ok: true })
    expect(await ids()).toEqual([id])
  })

  it('are approved once', async () => {
    expect(await markApproved(userId, id, AT, db())).toBe(true)
    expect(await markApproved(userId, id, new Date(AT.getTime() + 1), db())).toBe(false)
    expect((await findPlan(userId, id))?.approvedAt).toEqual(AT)
  })

  it("are another user's to nobody", async () => {
    const notFound = { ok: false, code: 'notFound' }
    expect(await findPlan(stranger, id)).toBeNull()
    expect(await ids(stranger)).toEqual([])
    expect(await renamePlan(stranger, { id, name: 'x', version: 1 })).toEqual(notFound)
    expect(await removePlan(stranger, id, AT)).toEqual(notFound)
    expect(await restorePlan(stranger, id)).toEqual(notFound)
    expect(await markApproved(stranger, id, AT, db())).toBe(false)
    const theirs = { id: crypto.randomUUID(), portfolioId, name: 'x', inputHash: 'x', document }
    await expect(createPlan(stranger, theirs, db())).rejects.toThrow()
    expect(await ids()).toEqual([id])
  })

  it('go with their portfolio', async () => {
    await db().portfolio.updateMany({ where: { id: portfolioId }, data: { deletedAt: AT } })
    expect([await findPlan(userId, id), await ids()]).toEqual([null, []])
  })
})
