import { beforeEach, describe, expect, it } from 'vitest'
import type { ComputedPlan } from '@/lib/core/plan-document'
import type { IsoDate } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { listPlans, removePlan } from '@/lib/db/plans'
import { openPlan } from '@/lib/flows/open-plan'
import { AS_OF, adopt, CHOICES, type PlannedBook, plannedBook } from '@/lib/flows/planned-book'
import { computePlan, findPlanBase } from '@/lib/flows/preview-plan'
import { type SaveRequest, savePlan } from '@/lib/flows/save-plan'
import { encodeInput } from '@/lib/formats/plan-input'

let book: PlannedBook

beforeEach(async () => {
  book = await plannedBook()
})

async function preview({ userId, portfolioId } = book, choices = CHOICES): Promise<ComputedPlan> {
  const base = await findPlanBase(userId, portfolioId)
  if (!base?.adoption) throw new Error('Nothing to plan from')
  return computePlan(base.snapshot, base.adoption, choices, AS_OF)
}

const request = (shown: ComputedPlan, more: Partial<SaveRequest> = {}): SaveRequest => ({
  id: crypto.randomUUID(),
  portfolioId: book.portfolioId,
  name: '计划 A',
  choices: CHOICES,
  inputHash: shown.inputHash,
  seen: encodeInput({ snapshot: shown.snapshot, target: shown.adoption }),
  ...more,
})

describe('savePlan', () => {
  it('stores what was shown, and it opens unchanged after the book has moved', async () => {
    const shown = await preview()
    const asked = request(shown)
    expect(shown.plan?.trades.length).toBeGreaterThan(2)
    expect(await savePlan(book.userId, asked, AS_OF)).toEqual({ ok: true, value: { id: asked.id } })
    await db().holding.updateMany({ where: { accountId: book.accountId }, data: { price: '1', name: 'moved' } })
    const opened = await openPlan(book.userId, asked.id)
    expect(opened).toMatchObject({ name: '计划 A', approvedAt: null, inputHash: shown.inputHash })
    expect(opened?.document).toEqual(shown)
  })

  it('saves once when the button is pressed twice', async () => {
    const asked = request(await preview())
    const both = await Promise.all([savePlan(book.userId, asked, AS_OF), savePlan(book.userId, asked, AS_OF)])
    expect(both.map((answer) => answer.ok)).toEqual([true, true])
    expect(await listPlans(book.userId, book.portfolioId)).toHaveLength(1)
  })

  it('lists the numbers of the stored document', async () => {
    const shown = await preview()
    await savePlan(book.userId, request(shown), AS_OF)
    const plan = shown.plan
    expect(await listPlans(book.userId, book.portfolioId)).toEqual([
      expect.objectContaining({
        trades: plan?.trades.length,
        turnover: plan?.turnover,
        driftBefore: plan?.driftBefore,
        driftAfter: plan?.driftAfter,
        tax: plan?.tax.total,
        taxUnknown: plan?.tax.unknown,
        approvedAt: null,
      }),
    ])
  })

  it('refuses when the book moved since the preview, and says what moved', async () => {
    const shown = await preview()
    await db().account.updateMany({ where: { id: book.accountId }, data: { cashCents: 1n } })
    await db().holding.updateMany({ where: { accountId: book.accountId, symbol: 'TLT' }, data: { quantity: '11' } })
    expect(await savePlan(book.userId, request(shown), AS_OF)).toEqual({
      ok: false,
      code: 'conflict',
      current: [
        expect.objectContaining({ kind: 'account', field: 'cash', before: '10000.00', after: '0.01' }),
        expect.objectContaining({ kind: 'holding', subject: 'TLT', field: 'quantity', before: '10', after: '11' }),
      ],
    })
    expect(await listPlans(book.userId, book.portfolioId)).toEqual([])
  })

  it('refuses when another target was adopted since the preview', async () => {
    const shown = await preview()
    await adopt(book.userId, book.portfolioId, 'tightening')
    const answer = await savePlan(book.userId, request(shown), AS_OF)
    expect(answer).toMatchObject({ ok: false, code: 'conflict' })
    expect(!answer.ok && answer.current?.every((change) => change.kind === 'target')).toBe(true)
  })

  it('refuses on another day or with other choices than were shown, although nothing moved', async () => {
    const shown = await preview()
    const moved = { ok: false, code: 'conflict', current: [] }
    expect(await savePlan(book.userId, request(shown), '2026-11-21' as IsoDate)).toEqual(moved)
    expect(await savePlan(book.userId, request(shown, { choices: { ...CHOICES, maxPriceAge: 9 } }), AS_OF)).toEqual(
      moved,
    )
    expect(await savePlan(book.userId, request(shown, { seen: null, inputHash: 'x' }), AS_OF)).toEqual(moved)
  })

  it('does not store a plan that has errors', async () => {
    await db().holding.updateMany({ where: { accountId: book.accountId, symbol: 'VUG' }, data: { price: null } })
    const shown = await preview()
    expect(shown.plan).toBeNull()
    const answer = await savePlan(book.userId, request(shown), AS_OF)
    expect(answer).toMatchObject({ ok: false, code: 'invalid', issues: [{ code: 'price.missing', subject: 'VUG' }] })
  })

  it("finds neither another user's portfolio nor another's id", async () => {
    const shown = await preview()
    const mine = request(shown)
    const stranger = await plannedBook()
    expect(await savePlan(stranger.userId, mine, AS_OF)).toEqual({ ok: false, code: 'notFound' })
    await savePlan(book.userId, mine, AS_OF)
    const theirs = await preview(stranger)
    const taken = { ...mine, portfolioId: stranger.portfolioId, inputHash: theirs.inputHash }
    expect(await savePlan(stranger.userId, taken, AS_OF)).toEqual({ ok: false, code: 'notFound' })
    expect(await openPlan(stranger.userId, mine.id)).toBeNull()
    await removePlan(book.userId, mine.id, new Date())
    expect(await savePlan(book.userId, mine, AS_OF)).toEqual({ ok: false, code: 'notFound' })
  })
})
