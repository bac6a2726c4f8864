import { beforeEach, describe, expect, it } from 'vitest'
import { builtInModel } from '@/lib/core/models'
import { DEFAULT_BANDS } from '@/lib/core/targets'
import { findAdoption, listAdoptions } from '@/lib/db/adoptions'
import { db } from '@/lib/db/client'
import { deletePortfolio, listPortfolios } from '@/lib/db/portfolios'
import { findSnapshot } from '@/lib/db/snapshot'
import { newPortfolio, newUser } from '@/lib/db/test-users'
import { duplicatePortfolio } from '@/lib/flows/duplicate-portfolio'

const decorate = (name: string) => `${name} (copy)`
const fine = '12345678901234567890.123456789012345678'

let userId: string
let sourceId: string

const adoption = (state: 'tightening' | 'postQt', day: string) => ({
  adoptedAt: new Date(`${day}T10:00:00Z`),
  origin: { kind: 'builtIn', risk: 'balanced', state },
  weights: builtInModel('balanced', state),
  bands: DEFAULT_BANDS,
  destination: 'target',
})

beforeEach(async () => {
  userId = await newUser()
  sourceId = await newPortfolio(userId, 'Family')
  await db().portfolio.update({ where: { id: sourceId }, data: { riskLevel: 'growth', cashCounts: false } })
  const lots = [{ quantity: '1', unitCost: fine, acquiredOn: new Date('2024-02-29') }]
  const holdings = [
    {
      symbol: 'VTI',
      quantity: fine,
      price: '250.01',
      pricedOn: new Date('2026-11-20'),
      locked: true,
      lots: { create: lots },
    },
    { symbol: 'BND', quantity: '3', position: 1, noSell: true },
    { symbol: 'OLD', quantity: '9', deletedAt: new Date('2026-01-01') },
  ]
  const account = { name: 'Broker', tax: 'deferred', cashCents: -5n, reserveCents: 7n } as const
  await db().account.create({ data: { ...account, portfolioId: sourceId, holdings: { create: holdings } } })
  await db().account.create({ data: { ...account, name: 'Gone', portfolioId: sourceId, deletedAt: new Date() } })
  for (const [state, day] of [
    ['tightening', '2026-01-01'],
    ['postQt', '2026-02-01'],
  ] as const) {
    await db().adoption.create({ data: { ...adoption(state, day), portfolioId: sourceId } })
  }
})

/** A snapshot or an adoption without the ids that tell a copy from its original. */
const withoutIds = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part) =>
      key === 'id' || key === 'version' || key.endsWith('Id')
        ? undefined
        : typeof part === 'bigint'
          ? `${part}n`
          : part,
    ),
  )

const duplicate = (id: string, owner = userId, source = sourceId) =>
  duplicatePortfolio(owner, { sourceId: source, id }, decorate)

describe('duplicatePortfolio', () => {
  it('copies accounts, holdings, lots and the target in force, to the last digit', async () => {
    const id = crypto.randomUUID()
    expect(await duplicate(id)).toMatchObject({
      ok: true,
      value: { id, name: 'Family (copy)', riskLevel: 'growth', cashCounts: false, version: 1 },
    })
    const [original, copy] = [await findSnapshot(userId, sourceId), await findSnapshot(userId, id)]
    expect(copy?.holdings.map(({ symbol, lots }) => [symbol, lots.length])).toEqual([
      ['VTI', 1],
      ['BND', 0],
    ])
    expect(copy?.holdings[1]).toMatchObject({ noSell: true })
    expect(withoutIds(copy)).toEqual(withoutIds(original))
    expect(withoutIds(await findAdoption(userId, id))).toEqual(withoutIds(await findAdoption(userId, sourceId)))
    expect(await listAdoptions(userId, id)).toHaveLength(1)
  })

  it('shares no row with the original', async () => {
    const id = crypto.randomUUID()
    await duplicate(id)
    await db().lot.deleteMany({ where: { holding: { account: { portfolioId: id } } } })
    await db().account.updateMany({ where: { portfolioId: id }, data: { cashCents: 0n } })
    const original = await findSnapshot(userId, sourceId)
    expect([original?.accounts[0]?.cash, original?.holdings[0]?.lots.length]).toEqual([-5n, 1])
  })

  it('makes one copy of a request that comes twice', async () => {
    const id = crypto.randomUUID()
    for (const _ of [1, 2]) expect(await duplicate(id)).toMatchObject({ ok: true, value: { id } })
    expect(await listPortfolios(userId)).toHaveLength(2)
  })

  it('makes one copy of two requests at the same moment', async () => {
    const id = crypto.randomUUID()
    const answers = await Promise.all([duplicate(id), duplicate(id)])
    expect(answers.map(({ ok }) => ok)).toEqual([true, true])
    expect(await listPortfolios(userId)).toHaveLength(2)
  })

  it('copies nothing of another’s, and nothing that is deleted', async () => {
    const stranger = await newUser()
    expect(await duplicate(crypto.randomUUID(), stranger)).toEqual({ ok: false, code: 'notFound' })
    expect(await listPortfolios(stranger)).toEqual([])
    await deletePortfolio(userId, sourceId, new Date())
    expect(await duplicate(crypto.randomUUID())).toEqual({ ok: false, code: 'notFound' })
  })

  it('writes nothing into another’s portfolio that has the chosen id', async () => {
    const stranger = await newUser()
    const theirs = await newPortfolio(stranger, 'Theirs')
    expect(await duplicate(theirs)).toEqual({ ok: false, code: 'notFound' })
    expect((await findSnapshot(stranger, theirs))?.accounts).toEqual([])
    expect(await listPortfolios(userId)).toHaveLength(1)
  })
})
