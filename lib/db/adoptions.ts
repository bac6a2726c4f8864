import type { Weights } from '@/lib/core/asset-class'
import type { Adoption, Bands, Destination, Target, TargetOrigin } from '@/lib/core/targets'
import { db, type Tx } from '@/lib/db/client'
import type { Prisma } from '@/prisma/generated/client'

const newestFirst = [{ adoptedAt: 'desc' as const }, { id: 'desc' as const }]

const inPortfolio = (userId: string, portfolioId: string) =>
  ({ portfolio: { id: portfolioId, userId, deletedAt: null } }) satisfies Prisma.AdoptionWhereInput

/** The target in force: the one adopted last. Null when nothing was adopted yet, or the portfolio is not this user's. */
export async function findAdoption(userId: string, portfolioId: string, tx: Tx = db()): Promise<Adoption | null> {
  const row = await tx.adoption.findFirst({ where: inPortfolio(userId, portfolioId), orderBy: newestFirst })
  return row && toAdoption(row)
}

/** One act of adoption of this portfolio, in force or earlier. */
export async function findAdoptionById(
  userId: string,
  portfolioId: string,
  id: string,
  tx: Tx = db(),
): Promise<Adoption | null> {
  const row = await tx.adoption.findFirst({ where: { ...inPortfolio(userId, portfolioId), id } })
  return row && toAdoption(row)
}

/** Every target this portfolio ever had, newest first. */
export async function listAdoptions(userId: string, portfolioId: string, tx: Tx = db()): Promise<Adoption[]> {
  const rows = await tx.adoption.findMany({ where: inPortfolio(userId, portfolioId), orderBy: newestFirst })
  return rows.map(toAdoption)
}

/**
 * Puts a target in force by recording its adoption. Only inside `changePortfolio`, whose lock makes "the last one" certain: the
 * clock may stand still or run back, so an adoption is always at least a millisecond after the one before it. Throws when the id is taken.
 */
export async function saveAdoption(
  userId: string,
  portfolioId: string,
  adoption: Target & { id: string; origin: TargetOrigin },
  tx: Tx,
): Promise<Adoption> {
  const last = await findAdoption(userId, portfolioId, tx)
  const now = Date.now()
  const adoptedAt = new Date(last ? Math.max(now, Date.parse(last.adoptedAt) + 1) : now)
  const { id, origin, weights, bands, destination } = adoption
  const portfolio = { connect: { id: portfolioId, userId, deletedAt: null } }
  const row = await tx.adoption.create({ data: { id, portfolio, adoptedAt, origin, weights, bands, destination } })
  return toAdoption(row)
}

interface AdoptionRow {
  id: string
  adoptedAt: Date
  origin: unknown
  weights: unknown
  bands: unknown
  destination: string
}

const toAdoption = (row: AdoptionRow): Adoption => ({
  id: row.id,
  adoptedAt: row.adoptedAt.toISOString(),
  origin: row.origin as TargetOrigin,
  weights: row.weights as Weights,
  bands: row.bands as Bands,
  destination: row.destination as Destination,
})
