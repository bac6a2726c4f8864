import { beforeEach, describe, expect, it } from 'vitest'
import type { StageChoice } from '@/lib/core/stages'
import { daysBefore, type IsoDate } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { removePlan, renamePlan } from '@/lib/db/plans'
import { openPlan } from '@/lib/flows/open-plan'
import { AS_OF, CHOICES, type PlannedBook, plannedBook } from '@/lib/flows/planned-book'
import { computePlan, findPlanBase } from '@/lib/flows/preview-plan'
import { savePlan } from '@/lib/flows/save-plan'
import { stageSavedPlan } from '@/lib/flows/stage-plan'

const CHOICE: StageChoice = { count: 4, first: daysBefore(AS_OF, -7), every: 'month', n: 1 }
const NOT_FOUND = { ok: false, code: 'notFound' }

let book: PlannedBook
let id: string

beforeEach(async () => {
  book = await plannedBook()
  const base = await findPlanBase(book.userId, book.portfolioId)
  if (!base?.adoption) throw new Error('Nothing to plan from')
  const { inputHash } = await computePlan(base.snapshot, base.adoption, CHOICES, AS_OF)
  id = crypto.randomUUID()
  const request = { id, portfolioId: book.portfolioId, name: 'Plan', choices: CHOICES, inputHash, seen: null }
  const saved = await savePlan(book.userId, request, AS_OF)
  if (!saved.ok) throw new Error(saved.code)
})

const stage = (choice: StageChoice | null, version = 1, userId = book.userId) =>
  stageSavedPlan(userId, { id, version, choice })

describe('the stages of a saved plan', () => {
  it('are stored, and taken back', async () => {
    expect((await openPlan(book.userId, id))?.stages).toBeNull()
    expect(await stage(CHOICE)).toEqual({ ok: true, value: { stages: CHOICE, version: 2 } })
    expect(await openPlan(book.userId, id)).toMatchObject({ stages: CHOICE, version: 2, name: 'Plan' })
    expect(await stage(null, 2)).toEqual({ ok: true, value: { stages: null, version: 3 } })
    expect((await openPlan(book.userId, id))?.stages).toBeNull()
  })

  it('change at the version that was seen, else it is a conflict with the present days', async () => {
    await stage(CHOICE)
    const other = { ...CHOICE, count: 2 }
    const current = { stages: CHOICE, version: 2 }
    expect(await stage(other, 1)).toEqual({ ok: false, code: 'conflict', current })
    expect(await stage(CHOICE, 1)).toEqual({ ok: true, value: current })
    await renamePlan(book.userId, { id, name: 'Renamed', version: 2 })
    expect(await stage(other, 2)).toMatchObject({ ok: false, code: 'conflict', current: { version: 3 } })
    expect(await stage(other, 3)).toMatchObject({ ok: true })
  })

  it('begin on the day of the plan at the earliest', async () => {
    const first = { ...CHOICE, first: daysBefore(AS_OF, 1) }
    expect(await stage(first)).toEqual({ ok: false, code: 'invalid', fields: { first: 'exports.stages.tooEarly' } })
    const late = { ...CHOICE, first: '9999-12-31' as IsoDate }
    expect(await stage(late)).toEqual({ ok: false, code: 'invalid', fields: { first: 'exports.stages.tooLate' } })
    expect(await stage({ ...CHOICE, first: AS_OF })).toMatchObject({ ok: true })
  })

  it("are another user's to nobody, nor those of a deleted plan", async () => {
    const stranger = await plannedBook()
    expect(await stage(CHOICE, 1, stranger.userId)).toEqual(NOT_FOUND)
    expect((await openPlan(book.userId, id))?.stages).toBeNull()
    await removePlan(book.userId, id, new Date())
    expect(await stage(CHOICE)).toEqual(NOT_FOUND)
    expect(await db().plan.count({ where: { id, version: 1 } })).toBe(1)
  })
})
