import { beforeEach, describe, expect, it } from 'vitest'
import { weights } from '@/lib/core/asset-class'
import { builtInModel } from '@/lib/core/models'
import type { Evaluation } from '@/lib/core/regime'
import { DEFAULT_BANDS, exampleWeights } from '@/lib/core/targets'
import { bps, daysBefore, type IsoDate } from '@/lib/core/units'
import { findAdoption, listAdoptions } from '@/lib/db/adoptions'
import { db } from '@/lib/db/client'
import { createTargetModel, removeTargetModel, saveTargetModel } from '@/lib/db/target-models'
import { newPortfolio, newUser } from '@/lib/db/test-users'
import { type AdoptionRequest, adoptTarget } from '@/lib/flows/adopt-target'

const FRIDAY = '2026-03-06' as IsoDate
const MEASURED = {
  friday: FRIDAY,
  measuredOn: FRIDAY,
  state: 'postQt',
  held: 'postQt',
  heldSince: '2026-02-20',
  score: 0.7123,
  mayPropose: true,
}
const MIX = weights({ growth: 6000, longBonds: 4000 })

let userId: string
let portfolioId: string

beforeEach(async () => {
  userId = await newUser()
  portfolioId = await newPortfolio(userId)
})

const request = (more: Partial<AdoptionRequest> = {}): AdoptionRequest => ({
  id: crypto.randomUUID(),
  portfolioId,
  source: { kind: 'builtIn', risk: 'balanced', state: 'postQt' },
  weights: builtInModel('balanced', 'postQt'),
  bands: DEFAULT_BANDS,
  destination: 'target',
  replaces: null,
  ...more,
})

const version = async () => (await db().portfolio.findUniqueOrThrow({ where: { id: portfolioId } })).version

describe('adoptTarget', () => {
  it('puts the target in force, with its origin, and raises the portfolio’s version', async () => {
    const asked = request({ destination: 'halfway' })
    const answer = await adoptTarget(userId, asked)
    const inForce = await findAdoption(userId, portfolioId)
    expect(answer).toEqual({ ok: true, value: inForce })
    expect(inForce).toMatchObject({
      id: asked.id,
      origin: asked.source,
      weights: asked.weights,
      destination: 'halfway',
    })
    expect(await version()).toBe(2)
  })

  it('adopts once, however often the same act arrives', async () => {
    const asked = request()
    const answers = await Promise.all([adoptTarget(userId, asked), adoptTarget(userId, asked)])
    answers.push(await adoptTarget(userId, asked))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await listAdoptions(userId, portfolioId)).toHaveLength(1)
    expect(await version()).toBe(2)
  })

  it('keeps what was adopted before', async () => {
    const first = request()
    await adoptTarget(userId, first)
    const neutral = {
      source: { kind: 'builtIn', risk: 'balanced', state: 'neutral' },
      weights: builtInModel('balanced', 'neutral'),
    } as const
    const second = request({ ...neutral, replaces: first.id })
    expect((await adoptTarget(userId, second)).ok).toBe(true)
    expect((await listAdoptions(userId, portfolioId)).map((a) => a.id)).toEqual([second.id, first.id])
  })

  it('is a conflict when another target was adopted meanwhile', async () => {
    const first = request()
    await adoptTarget(userId, first)
    const answer = await adoptTarget(userId, request())
    expect(answer).toMatchObject({
      ok: false,
      code: 'conflict',
      fields: { '': 'targets.failure.replaced' },
      current: { id: first.id },
    })
    expect(await version()).toBe(2)
  })

  it('computes a blend itself and refuses other weights under its name', async () => {
    const source = { kind: 'blend', risk: 'growth', share: bps(3300) } as const
    expect(await adoptTarget(userId, request({ source, weights: MIX }))).toMatchObject({
      code: 'conflict',
      fields: { '': 'targets.failure.moved' },
    })
    expect((await adoptTarget(userId, request({ source, weights: exampleWeights(source) }))).ok).toBe(true)
  })

  it('records the conviction, and computes the weights with it', async () => {
    const source = { kind: 'builtIn', risk: 'balanced', state: 'postQt', conviction: 0.5 } as const
    expect(await adoptTarget(userId, request({ source }))).toMatchObject({ code: 'conflict' })
    const weights = builtInModel('balanced', 'postQt', 0.5)
    expect(await adoptTarget(userId, request({ source, weights }))).toMatchObject({
      ok: true,
      value: { origin: source },
    })
  })

  it('takes the measured state with its score as measured, not as sent', async () => {
    const source = { kind: 'measured', risk: 'balanced', state: 'postQt', friday: FRIDAY, conviction: 1 } as const
    const read = (more: Partial<Evaluation> = {}, days = 3) => ({
      evaluation: { ...MEASURED, ...more } as Evaluation,
      asOf: daysBefore(FRIDAY, -days),
    })
    const moved = { code: 'conflict', fields: { '': 'targets.failure.moved' } }
    const asked = request({ source })
    expect(await adoptTarget(userId, asked)).toMatchObject(moved)
    for (const other of [
      read({ held: 'neutral' }),
      read({ measuredOn: daysBefore(FRIDAY, 7) }),
      read({ mayPropose: false }),
      read({}, 22),
      { ...read(), evaluation: null },
    ]) {
      expect(await adoptTarget(userId, asked, async () => other)).toMatchObject(moved)
    }
    expect(await adoptTarget(userId, asked, async () => read())).toMatchObject({
      ok: true,
      value: { origin: { ...source, score: 0.7123 }, weights: builtInModel('balanced', 'postQt') },
    })
  })

  it('takes a model of the user’s own by its id and remembers its name', async () => {
    const modelId = crypto.randomUUID()
    await createTargetModel(userId, { id: modelId, name: 'Mine', weights: MIX })
    const source = { kind: 'custom', modelId } as const
    const answer = await adoptTarget(userId, request({ source, weights: MIX }))
    expect(answer).toMatchObject({
      ok: true,
      value: { origin: { kind: 'custom', modelId, name: 'Mine' }, weights: MIX },
    })
  })

  it('refuses a model that changed since it was seen, and one of somebody else', async () => {
    const modelId = crypto.randomUUID()
    await createTargetModel(userId, { id: modelId, name: 'Mine', weights: MIX })
    await saveTargetModel(userId, { id: modelId, name: 'Mine', weights: builtInModel('growth', 'neutral'), version: 1 })
    const asked = request({ source: { kind: 'custom', modelId }, weights: MIX })
    expect(await adoptTarget(userId, asked)).toMatchObject({
      code: 'conflict',
      fields: { '': 'targets.failure.moved' },
    })
    const foreign = crypto.randomUUID()
    await createTargetModel(await newUser(), { id: foreign, name: 'Theirs', weights: MIX })
    expect(
      (await adoptTarget(userId, request({ source: { kind: 'custom', modelId: foreign }, weights: MIX }))).ok,
    ).toBe(false)
    expect(await findAdoption(userId, portfolioId)).toBeNull()
  })

  it('takes the holdings as they are', async () => {
    const account = { id: crypto.randomUUID(), portfolioId, name: 'A', tax: 'taxable' as const, cashCents: 40_000n }
    await db().account.create({ data: account })
    await db().symbolClass.create({ data: { userId, symbol: 'OWN', split: weights({ growth: 10_000 }) } })
    const price = { symbol: 'OWN', quantity: '3', price: '200', pricedOn: new Date('2026-11-20') }
    await db().holding.create({ data: { accountId: account.id, ...price } })
    const held = weights({ growth: 6000, moneyFunds: 4000 })
    const source = { kind: 'holdings' } as const
    expect(await adoptTarget(userId, request({ source, weights: MIX }))).toMatchObject({ code: 'conflict' })
    expect(await adoptTarget(userId, request({ source, weights: held }))).toMatchObject({
      ok: true,
      value: { origin: source },
    })
  })

  it('adopts an earlier target again, with its origin, even when its model is gone', async () => {
    const modelId = crypto.randomUUID()
    await createTargetModel(userId, { id: modelId, name: 'Mine', weights: MIX })
    const first = request({ source: { kind: 'custom', modelId }, weights: MIX })
    await adoptTarget(userId, first)
    const second = request({ replaces: first.id })
    await adoptTarget(userId, second)
    await removeTargetModel(userId, { id: modelId, version: 1 })
    const again = request({ source: { kind: 'earlier', adoptionId: first.id }, weights: MIX, replaces: second.id })
    const answer = await adoptTarget(userId, again)
    expect(answer).toMatchObject({
      ok: true,
      value: { id: again.id, origin: { kind: 'custom', name: 'Mine' }, weights: MIX },
    })
    expect(await listAdoptions(userId, portfolioId)).toHaveLength(3)
  })

  it('is for the owner alone', async () => {
    const asked = request()
    await adoptTarget(userId, asked)
    const stranger = await newUser()
    const theirs = await newPortfolio(stranger, 'Theirs')
    expect(await adoptTarget(stranger, request())).toEqual({ ok: false, code: 'notFound' })
    expect(await adoptTarget(stranger, { ...asked, portfolioId: theirs })).toEqual({ ok: false, code: 'notFound' })
    const source = { kind: 'earlier', adoptionId: asked.id } as const
    expect(await adoptTarget(stranger, request({ portfolioId: theirs, source }))).toMatchObject({ code: 'conflict' })
    expect(await listAdoptions(stranger, theirs)).toEqual([])
    expect(await listAdoptions(userId, portfolioId)).toHaveLength(1)
  })
})
