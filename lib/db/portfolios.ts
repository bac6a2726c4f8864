import { type ActionResult, type Refusal, refusal, success } from '@/lib/core/action-result'
import type { MoneyCurrency } from '@/lib/core/currency'
import type { RegimeState, RiskLevel } from '@/lib/core/models'
import type { Dismissal } from '@/lib/core/regime-proposal'
import { isUuid } from '@/lib/core/uuid'
import { db } from '@/lib/db/client'
import { dateFromColumn } from '@/lib/db/decimals'
import { changePortfolio, isUniqueViolation, nothingChanged } from '@/lib/db/portfolio-change'
import { moneyCurrencyOf } from '@/lib/db/snapshot'
import type { Prisma } from '@/prisma/generated/client'

/** A portfolio by itself, without what is in it. */
export interface PortfolioSummary {
  id: string
  name: string
  /** What everything in it is counted in. */
  baseCurrency: MoneyCurrency
  riskLevel: RiskLevel
  cashCounts: boolean
  /** A new target is proposed when the measured regime changes. */
  followsRegime: boolean
  /** The proposal that the user did not want. */
  dismissed: Dismissal | null
  version: number
  createdAt: Date
  updatedAt: Date
}

const summary = {
  id: true,
  name: true,
  baseCurrency: true,
  riskLevel: true,
  cashCounts: true,
  followsRegime: true,
  dismissedState: true,
  dismissedFriday: true,
  version: true,
  createdAt: true,
  updatedAt: true,
} as const

type Row = Prisma.PortfolioGetPayload<{ select: typeof summary }>

function toSummary({ dismissedState: state, dismissedFriday: friday, ...row }: Row): PortfolioSummary {
  const dismissed = state && friday ? { state: state as RegimeState, friday: dateFromColumn(friday) } : null
  return { ...row, baseCurrency: moneyCurrencyOf(row.baseCurrency), dismissed }
}

/** This user's portfolio, or null when it is another's, deleted or unknown; any text may stand for the id. */
export async function findPortfolio(userId: string, id: string): Promise<PortfolioSummary | null> {
  if (!isUuid(id)) return null
  const row = await db().portfolio.findFirst({ where: { id, userId, deletedAt: null }, select: summary })
  return row && toSummary(row)
}

/** All of this user's portfolios, the last changed first. */
export async function listPortfolios(userId: string): Promise<PortfolioSummary[]> {
  const rows = await db().portfolio.findMany({
    where: { userId, deletedAt: null },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    select: summary,
  })
  return rows.map(toSummary)
}

/** Makes an empty portfolio under an id that the browser chose: the same request twice makes one. */
export async function createPortfolio(
  userId: string,
  { id, name, baseCurrency = 'USD' }: { id: string; name: string; baseCurrency?: MoneyCurrency },
): Promise<ActionResult<PortfolioSummary>> {
  try {
    return success(
      toSummary(await db().portfolio.create({ data: { id, userId, name, baseCurrency }, select: summary })),
    )
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const made = await findPortfolio(userId, id)
    return made ? success(made) : refusal('notFound')
  }
}

/**
 * Renames a portfolio whose name is still the one that the user saw; otherwise a conflict that says the present name.
 * The name decides and not the version, because a change of the holdings is no reason to refuse a new name.
 */
export async function renamePortfolio(
  userId: string,
  { id, name, seenName }: { id: string; name: string; seenName: string },
): Promise<ActionResult<undefined, string>> {
  return changePortfolio<undefined, string>(userId, id, async (tx) => {
    const { count } = await tx.portfolio.updateMany({
      where: { id, userId, OR: [{ name: seenName }, { name }] },
      data: { name },
    })
    if (count === 1) return success()
    const row = await tx.portfolio.findFirstOrThrow({ where: { id, userId }, select: { name: true } })
    return refusal('conflict', { current: row.name })
  })
}

/**
 * Counts a portfolio in another currency. Accounts and holdings stay in theirs: what changes is what all of them are converted to.
 */
export async function changeBaseCurrency(
  userId: string,
  { id, baseCurrency }: { id: string; baseCurrency: MoneyCurrency },
): Promise<ActionResult> {
  return changePortfolio<undefined>(userId, id, async (tx) => {
    const { count } = await tx.portfolio.updateMany({
      where: { id, userId, baseCurrency: { not: baseCurrency } },
      data: { baseCurrency },
    })
    return count === 1 ? success() : nothingChanged(undefined)
  })
}

/** Hides a portfolio; `restorePortfolio` brings it back until the clean-up removes it for good. */
export async function deletePortfolio(userId: string, id: string, at: Date): Promise<ActionResult> {
  return mark(userId, id, { deletedAt: at }, { deletedAt: null })
}

export async function restorePortfolio(userId: string, id: string): Promise<ActionResult> {
  return mark(userId, id, { deletedAt: null }, { deletedAt: { not: null } })
}

type Mark = { deletedAt: Date | null }

/** Done once or twice, the answer is the same; only a portfolio that is not this user's is refused. */
async function mark(
  userId: string,
  id: string,
  data: Mark,
  from: { deletedAt: null | { not: null } },
): Promise<ActionResult | Refusal> {
  await db().portfolio.updateMany({ where: { id, userId, ...from }, data })
  const owned = await db().portfolio.count({ where: { id, userId } })
  return owned === 1 ? success() : refusal('notFound')
}

/** Remembers what to open at the next visit; an id that is not this user's changes nothing. */
export async function setLastPortfolio(userId: string, id: string): Promise<void> {
  await db().user.updateMany({
    where: { id: userId, portfolios: { some: { id, deletedAt: null } } },
    data: { lastPortfolioId: id },
  })
}
