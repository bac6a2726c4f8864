import { randomUUID } from 'node:crypto'
import { db, type Tx } from '@/lib/db/client'
import { isUniqueViolation } from '@/lib/db/portfolio-change'
import type { Prisma } from '@/prisma/generated/client'

const alive = { deletedAt: null }

const contents = {
  accounts: { where: alive, include: { holdings: { where: alive, include: { lots: true } } } },
  adoptions: { orderBy: [{ adoptedAt: 'desc' as const }, { id: 'desc' as const }], take: 1 },
} satisfies Prisma.PortfolioInclude

type Whole = Prisma.PortfolioGetPayload<{ include: typeof contents }>
type AccountRow = Whole['accounts'][number]

/** The interactive transaction's limit, enough for tens of thousands of lots. */
const TIMEOUT_MS = 15_000

/**
 * Copies a portfolio with its accounts, holdings, lots and the target in force, all of it or nothing. Every row gets a new id, everything
 * else is as in the original. Nothing happens when the original is not this user's or is deleted, or when `copy.id` is taken.
 */
export async function copyPortfolio(
  userId: string,
  sourceId: string,
  copy: { id: string; name: string },
): Promise<void> {
  try {
    await db().$transaction((tx) => copyWithin(tx, userId, sourceId, copy), { timeout: TIMEOUT_MS })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
}

async function copyWithin(tx: Tx, userId: string, sourceId: string, copy: { id: string; name: string }): Promise<void> {
  // Holds writers of the original off, so that the copy is of one moment.
  await tx.$queryRaw`SELECT id FROM "Portfolio" WHERE id = ${sourceId}::uuid AND "userId" = ${userId}::uuid FOR UPDATE`
  const source = await tx.portfolio.findFirst({ where: { id: sourceId, userId, ...alive }, include: contents })
  if (source) await save(tx, source, copy)
}

async function save(tx: Tx, source: Whole, { id: portfolioId, name }: { id: string; name: string }): Promise<void> {
  const { id: _, accounts, adoptions, version: __, createdAt: ___, updatedAt: ____, ...settings } = source
  await tx.portfolio.create({ data: { ...settings, id: portfolioId, name }, select: { id: true } })
  for (const account of accounts) await saveAccount(tx, account, portfolioId)
  const data = adoptions.map((row) => ({ ...row, id: randomUUID(), portfolioId }))
  await tx.adoption.createMany({ data: data as Prisma.AdoptionCreateManyInput[] })
}

async function saveAccount(tx: Tx, { holdings, ...row }: AccountRow, portfolioId: string): Promise<void> {
  const accountId = randomUUID()
  await tx.account.create({ data: { ...row, id: accountId, portfolioId, version: 1 }, select: { id: true } })
  const copies = holdings.map(({ lots, ...holding }) => ({
    lots,
    row: { ...holding, id: randomUUID(), accountId, version: 1 },
  }))
  await tx.holding.createMany({ data: copies.map((copy) => copy.row) })
  const lots = copies.flatMap((copy) => copy.lots.map((lot) => ({ ...lot, id: randomUUID(), holdingId: copy.row.id })))
  await tx.lot.createMany({ data: lots })
}
