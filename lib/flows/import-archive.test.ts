import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArchiveContents } from '@/lib/core/archive/contents'
import { idsOf, newIds, withNewIds } from '@/lib/core/archive/new-ids'
import { anyArchive } from '@/lib/core/archive/random-contents'
import { isSound } from '@/lib/core/verify-plan'
import { readArchive } from '@/lib/db/archive-read'
import { db } from '@/lib/db/client'
import { listPlans } from '@/lib/db/plans'
import { listPortfolios } from '@/lib/db/portfolios'
import { newPortfolio, newUser } from '@/lib/db/test-users'
import { approvePlan } from '@/lib/flows/approve-plan'
import { exportArchive, sha256 } from '@/lib/flows/export-archive'
import { importArchive, previewArchive, undoArchiveImport } from '@/lib/flows/import-archive'
import { openPlan } from '@/lib/flows/open-plan'
import { AS_OF, CHOICES, plannedBook } from '@/lib/flows/planned-book'
import { computePlan, findPlanBase } from '@/lib/flows/preview-plan'
import { savePlan } from '@/lib/flows/save-plan'
import { verifyPlanFile } from '@/lib/flows/verify-plan-file'
import { packArchive, unpackArchive } from '@/lib/formats/archive'
import { planJson } from '@/lib/formats/plan-json'

const AT = new Date('2026-11-22T10:00:00.000Z')
const decorate = (name: string): string => `${name} (2)`

/** Without what may differ: ids, and when prices were fetched and rows made. */
function comparable(contents: ArchiveContents): unknown {
  const ids = newIds(idsOf(contents), (id) => id)
  const order = [...ids.keys()]
  const plain = withNewIds(contents, new Map(order.map((id, i) => [id, `#${i}`])))
  const ordered = { ...plain, seriesFiles: plain.seriesFiles.map((f) => ({ ...f, values: [...f.values].sort() })) }
  const without = new Set(['fetchedAt', 'createdAt', 'inputHash'])
  return JSON.parse(
    JSON.stringify(ordered, (key, value) => (without.has(key) ? undefined : value)),
    byId,
  )
}
/** Rows and keys in one order: where times are equal, the database may answer in another. */
const byId = (_: string, value: unknown): unknown => {
  if (Array.isArray(value)) return [...value].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const packed = (contents: ArchiveContents, id = crypto.randomUUID()): Uint8Array => {
  const bytes = packArchive({ id, madeAt: AT.toISOString(), contents }, sha256)
  if (!bytes) throw new Error('Too large')
  return bytes
}

async function bookWithPlan() {
  const book = await plannedBook()
  const base = await findPlanBase(book.userId, book.portfolioId)
  if (!base?.adoption) throw new Error('No target')
  const { inputHash } = computePlan(base.snapshot, base.adoption, CHOICES, AS_OF)
  const request = {
    id: crypto.randomUUID(),
    portfolioId: book.portfolioId,
    name: 'Autumn',
    choices: CHOICES,
    inputHash,
    seen: null,
  }
  const saved = await savePlan(book.userId, request, AS_OF)
  if (!saved.ok) throw new Error(saved.code)
  return { ...book, planId: request.id }
}

describe('an archive of a user', () => {
  it('becomes the same again with another user, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyArchive, async (contents) => {
        const userId = await newUser()
        const names = new Set(contents.portfolios.map((p) => p.name))
        fc.pre(
          names.size === contents.portfolios.length &&
            new Set(contents.models.map((m) => m.name)).size === contents.models.length,
        )
        const done = await importArchive({ userId, bytes: packed(contents), decorate }, AT)
        expect(done.ok).toBe(true)
        const once = await readArchive(userId)
        expect(comparable(once)).toEqual(comparable(contents))
        const file = await exportArchive(userId, AT)
        const other = await newUser()
        await importArchive({ userId: other, bytes: file as Uint8Array, decorate }, AT)
        expect(comparable(await readArchive(other))).toEqual(comparable(once))
      }),
      { numRuns: 12 },
    )
  })

  it('carries plans that prove themselves again and can be approved', async () => {
    const { userId, planId } = await bookWithPlan()
    const other = await newUser()
    const bytes = (await exportArchive(userId, AT)) as Uint8Array
    expect(await importArchive({ userId: other, bytes, decorate }, AT)).toMatchObject({ ok: true })
    const [portfolio] = await listPortfolios(other)
    const [plan] = await listPlans(other, portfolio?.id ?? '')
    const [before, after] = [await openPlan(userId, planId), await openPlan(other, plan?.id ?? '')]
    if (!before || !after) throw new Error('No plan')
    expect(after.document.plan.turnover).toBe(before.document.plan.turnover)
    expect(after.inputHash).not.toBe(before.inputHash)
    const file = { name: after.name, savedAt: AT.toISOString(), approvedAt: null, document: after.document }
    const verified = verifyPlanFile(planJson(file), { clock: () => performance.now(), milliseconds: 20_000 })
    expect(verified && isSound(verified.checks)).toBe(true)
    expect(await approvePlan(other, after.id, { asOf: AS_OF, at: AT })).toMatchObject({ ok: true })
  })

  it('holds no password, session, token or key', async () => {
    const { userId } = await bookWithPlan()
    await db().seriesSetting.create({ data: { userId, fred: true, sealedKey: 'SEALED-KEY' } })
    await db().priceSetting.create({ data: { userId, sources: ['tiingo'], sealedKeys: { tiingo: 'SEALED-KEY' } } })
    const user = await db().user.findUniqueOrThrow({ where: { id: userId } })
    const unpacked = unpackArchive((await exportArchive(userId, AT)) as Uint8Array, sha256)
    const text = JSON.stringify(unpacked)
    expect(text).toContain('tiingo')
    for (const secret of ['SEALED-KEY', 'passwordHash', 'sealedKey', user.email ?? 'none'])
      expect(text).not.toContain(secret)
  })

  it('comes once, however often it is imported, beside what is there', async () => {
    const { userId } = await bookWithPlan()
    const bytes = (await exportArchive(userId, AT)) as Uint8Array
    const preview = await previewArchive({ userId, bytes, decorate })
    expect(preview).toMatchObject({ ok: true, value: { decision: { portfolios: [{ name: 'Test (2)', act: 'add' }] } } })
    expect(await listPortfolios(userId)).toHaveLength(1)
    await importArchive({ userId, bytes, decorate }, AT)
    const again = await importArchive({ userId, bytes, decorate }, AT)
    expect(again).toMatchObject({ ok: true, value: { decision: { portfolios: [{ act: 'there' }] } } })
    expect((await listPortfolios(userId)).map((p) => p.name).sort()).toEqual(['Test', 'Test (2)'])
  })

  it('is taken back, and may come again', async () => {
    const { userId } = await bookWithPlan()
    await db().symbolClass.create({
      data: {
        userId,
        symbol: 'XYZ',
        name: 'X',
        split: { growth: 10_000, tech: 0, longBonds: 0, digital: 0, moneyFunds: 0, alternatives: 0 },
      },
    })
    await db().fxRate.create({
      data: {
        userId,
        currency: 'EUR',
        quote: 'USD',
        date: new Date('2026-11-20'),
        source: 'manual',
        rate: '1.1',
        fetchedAt: AT,
      },
    })
    const bytes = (await exportArchive(userId, AT)) as Uint8Array
    const other = await newUser()
    const own = await newPortfolio(other, 'Mine')
    const before = comparable(await readArchive(other))
    const done = await importArchive({ userId: other, bytes, decorate }, AT)
    if (!done.ok) throw new Error(done.fault)
    expect((await readArchive(other)).rates).toHaveLength(1)
    expect(await undoArchiveImport(other, done.value.undo, AT)).toMatchObject({ ok: true })
    expect(comparable(await readArchive(other))).toEqual(before)
    expect((await listPortfolios(other)).map((p) => p.id)).toEqual([own])
    await importArchive({ userId: other, bytes, decorate }, AT)
    expect(await listPortfolios(other)).toHaveLength(2)
  })

  it('does not undo what is another user’s', async () => {
    const { userId, portfolioId } = await bookWithPlan()
    const undo = {
      importedAt: AT.toISOString(),
      portfolios: [portfolioId],
      models: [],
      classes: [],
      mappings: [],
      seriesFiles: [],
      seriesSetting: true,
      priceSetting: true,
    }
    await undoArchiveImport(await newUser(), undo, AT)
    expect(await listPortfolios(userId)).toHaveLength(1)
  })

  it('stores nothing of a damaged file', async () => {
    const { userId } = await bookWithPlan()
    const bytes = (await exportArchive(userId, AT)) as Uint8Array
    const spoilt = bytes.slice()
    spoilt[100] = (spoilt[100] ?? 0) ^ 1
    const other = await newUser()
    for (const cut of [spoilt, bytes.subarray(0, bytes.length - 10), new Uint8Array(0)]) {
      expect((await importArchive({ userId: other, bytes: cut, decorate }, AT)).ok).toBe(false)
    }
    expect(await listPortfolios(other)).toEqual([])
  })
})
