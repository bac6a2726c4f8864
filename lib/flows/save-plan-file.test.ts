import { beforeAll, describe, expect, it } from 'vitest'
import { newUser } from '@/lib/db/test-users'
import { openPlan } from '@/lib/flows/open-plan'
import { AS_OF, CHOICES, type PlannedBook, plannedBook } from '@/lib/flows/planned-book'
import { computePlan, findPlanBase } from '@/lib/flows/preview-plan'
import { savePlanFile } from '@/lib/flows/save-plan-file'
import { planJson } from '@/lib/formats/plan-json'

const PATIENCE = { clock: () => performance.now(), milliseconds: 20_000 }
const SAVED = '2026-11-20T10:00:00.000Z'

let book: PlannedBook
let text: string

beforeAll(async () => {
  book = await plannedBook()
  const base = await findPlanBase(book.userId, book.portfolioId)
  if (!base?.adoption) throw new Error('No target')
  const { plan, ...computed } = computePlan(base.snapshot, base.adoption, CHOICES, AS_OF)
  if (!plan) throw new Error('No plan')
  text = planJson({ name: 'Autumn', savedAt: SAVED, approvedAt: SAVED, document: { ...computed, plan } })
})

const save = (more: Partial<Parameters<typeof savePlanFile>[1]> = {}) => ({
  id: crypto.randomUUID(),
  portfolioId: book.portfolioId,
  name: 'Back again',
  text,
  ...more,
})

describe('savePlanFile', () => {
  it('stores the same plan as a draft, with its origin noted', async () => {
    const request = save()
    expect(await savePlanFile(book.userId, request, PATIENCE)).toEqual({ ok: true, value: { id: request.id } })
    const stored = await openPlan(book.userId, request.id)
    expect(stored).toMatchObject({ name: 'Back again', approvedAt: null })
    const { imported, ...document } = stored?.document ?? {}
    expect(imported).toEqual({ savedAt: SAVED })
    const again = planJson({ name: 'Autumn', savedAt: SAVED, approvedAt: SAVED, document: document as never })
    expect(JSON.parse(again)).toEqual(JSON.parse(text))
  })

  it('makes one plan of the same request twice', async () => {
    const request = save()
    await savePlanFile(book.userId, request, PATIENCE)
    expect(await savePlanFile(book.userId, request, PATIENCE)).toEqual({ ok: true, value: { id: request.id } })
  })

  it('refuses a file that was changed, and stores nothing', async () => {
    const json = JSON.parse(text)
    json.plan.turnover = '1.00'
    const request = save({ text: JSON.stringify(json) })
    expect(await savePlanFile(book.userId, request, PATIENCE)).toMatchObject({ ok: false, code: 'invalid' })
    expect(await openPlan(book.userId, request.id)).toBeNull()
  })

  it('knows no portfolio of another user', async () => {
    const stranger = await newUser()
    expect(await savePlanFile(stranger, save(), PATIENCE)).toMatchObject({ ok: false, code: 'notFound' })
  })
})
