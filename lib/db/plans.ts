import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import type { MoneyCurrency } from '@/lib/core/currency'
import { parseDecimal } from '@/lib/core/decimal'
import { type Bps, bps, type Cents, cents, ONE } from '@/lib/core/units'
import { isUuid } from '@/lib/core/uuid'
import { db, type Tx } from '@/lib/db/client'
import type { Prisma } from '@/prisma/generated/client'

/** A saved plan. Its document is stored once and never changed; here it is plain JSON, which `lib/formats/plan-json` reads. */
export interface SavedPlan {
  id: string
  portfolioId: string
  name: string
  document: unknown
  inputHash: string
  createdAt: Date
  /** Null for a draft. */
  approvedAt: Date | null
  /** On which days parts of it are due, as plain JSON, which `lib/formats/plan-stages` reads; null: all at once. */
  stages: unknown
  version: number
}

/** A line of the list of plans, with the few numbers of the document that it shows. */
export interface PlanSummary extends Pick<SavedPlan, 'id' | 'name' | 'createdAt' | 'approvedAt' | 'version'> {
  currency: MoneyCurrency
  trades: number
  turnover: Cents
  driftBefore: Bps | null
  driftAfter: Bps | null
  tax: Cents
  /** Sales whose tax is unknown and not in `tax`. */
  taxUnknown: number
}

const owned = (userId: string) => ({ portfolio: { userId, deletedAt: null } }) satisfies Prisma.PlanWhereInput

/** This user's plan, or null when it is another's, deleted, of a deleted portfolio or unknown; any text may stand for the id. */
export async function findPlan(userId: string, id: string, tx: Tx = db()): Promise<SavedPlan | null> {
  if (!isUuid(id)) return null
  return tx.plan.findFirst({ where: { id, deletedAt: null, ...owned(userId) } })
}

/** The plans of one portfolio, the latest first. Documents are large, so the database reads the numbers out of them. */
export async function listPlans(userId: string, portfolioId: string): Promise<PlanSummary[]> {
  if (!isUuid(portfolioId)) return []
  const rows = await db().$queryRaw<SummaryRow[]>`
    SELECT p.id, p.name, p."createdAt", p."approvedAt", p.version,
      p.document #>> '{snapshot,currency}' AS currency,
      jsonb_array_length(p.document #> '{plan,trades}') AS trades,
      p.document #>> '{plan,turnover}' AS turnover,
      (p.document #>> '{plan,driftBefore}')::int AS "driftBefore",
      (p.document #>> '{plan,driftAfter}')::int AS "driftAfter",
      p.document #>> '{plan,tax,total}' AS tax,
      (p.document #>> '{plan,tax,unknown}')::int AS "taxUnknown"
    FROM "Plan" p JOIN "Portfolio" f ON f.id = p."portfolioId"
    WHERE f.id = ${portfolioId}::uuid AND f."userId" = ${userId}::uuid AND f."deletedAt" IS NULL AND p."deletedAt" IS NULL
    ORDER BY p."createdAt" DESC, p.id DESC`
  return rows.map(toSummary)
}

/** Stores a plan under an id that the browser chose. Only inside `holdPortfolio`; throws when the id is taken. */
export async function createPlan(
  userId: string,
  plan: Pick<SavedPlan, 'id' | 'portfolioId' | 'name' | 'inputHash'> & { document: Prisma.InputJsonValue },
  tx: Tx,
): Promise<void> {
  const { portfolioId, ...data } = plan
  const portfolio = { connect: { id: portfolioId, userId, deletedAt: null } }
  await tx.plan.create({ data: { ...data, portfolio }, select: { id: true } })
}

/** What a stale rename met. */
export type PlanName = Pick<SavedPlan, 'name' | 'version'>

/** Renames the version that was seen; a newer one is a conflict that carries its name, unless it is the same name. */
export async function renamePlan(
  userId: string,
  { id, name, version }: Pick<SavedPlan, 'id' | 'name' | 'version'>,
): Promise<ActionResult<PlanName, PlanName>> {
  const { count } = await db().plan.updateMany({
    where: { id, version, deletedAt: null, ...owned(userId) },
    data: { name, version: { increment: 1 } },
  })
  const stored = await db().plan.findFirst({
    where: { id, deletedAt: null, ...owned(userId) },
    select: { name: true, version: true },
  })
  if (!stored) return refusal('notFound')
  return count === 1 || stored.name === name ? success(stored) : refusal('conflict', { current: stored })
}

/**
 * Records the approval of a draft, once; false when it is not this user's draft. Only inside `holdPortfolio`. The version stays: it
 * guards the name, and an approval is no reason to refuse a new one.
 */
export async function markApproved(userId: string, id: string, at: Date, tx: Tx): Promise<boolean> {
  const { count } = await tx.plan.updateMany({
    where: { id, approvedAt: null, deletedAt: null, ...owned(userId) },
    data: { approvedAt: at },
  })
  return count === 1
}

/** Hides a plan; `restorePlan` brings it back until the clean-up removes it for good. */
export function removePlan(userId: string, id: string, at: Date): Promise<ActionResult> {
  return mark(userId, id, at)
}

export function restorePlan(userId: string, id: string): Promise<ActionResult> {
  return mark(userId, id, null)
}

/** Done once or twice, the answer is the same; only a plan that is not this user's is refused. */
async function mark(userId: string, id: string, deletedAt: Date | null): Promise<ActionResult> {
  const from = deletedAt ? { deletedAt: null } : { deletedAt: { not: null } }
  await db().plan.updateMany({ where: { id, ...from, ...owned(userId) }, data: { deletedAt } })
  return (await db().plan.count({ where: { id, ...owned(userId) } })) === 1 ? success() : refusal('notFound')
}

type SummaryRow = Omit<PlanSummary, 'turnover' | 'tax' | 'driftBefore' | 'driftAfter'> & {
  turnover: string
  tax: string
  driftBefore: number | null
  driftAfter: number | null
}

const toSummary = (row: SummaryRow): PlanSummary => ({
  ...row,
  turnover: centsIn(row.turnover),
  tax: centsIn(row.tax),
  driftBefore: row.driftBefore === null ? null : bps(row.driftBefore),
  driftAfter: row.driftAfter === null ? null : bps(row.driftAfter),
})

function centsIn(text: string): Cents {
  const parsed = parseDecimal(text, 2)
  if (!parsed.ok) throw new Error(`A stored plan holds what is not money: ${text}`)
  return cents(parsed.value / (ONE / 100n))
}
