import { ownAccount } from '@/lib/db/book'
import type { Tx } from '@/lib/db/client'
import type { Prisma } from '@/prisma/generated/client'

/** What taking an import back needs to see and to write, inside `changePortfolio`. */
interface Versioned {
  id: string
  version: number
}

/** The versions of this portfolio's holdings that were deleted, of those named; what lives or is gone for good is not among them. */
export async function deletedVersions(
  userId: string,
  portfolioId: string,
  ids: readonly string[],
  tx: Tx,
): Promise<(Versioned & { accountId: string; symbol: string })[]> {
  return tx.holding.findMany({
    where: { id: { in: [...ids] }, deletedAt: { not: null }, account: ownAccount(userId, portfolioId) },
    select: { id: true, version: true, accountId: true, symbol: true },
  })
}

/** Brings deleted holdings back, whose symbols the caller has seen to be free; answers how many there were. */
export async function restoreHoldings(
  userId: string,
  portfolioId: string,
  ids: readonly string[],
  tx: Tx,
): Promise<number> {
  const { count } = await tx.holding.updateMany({
    where: { id: { in: [...ids] }, deletedAt: { not: null }, account: ownAccount(userId, portfolioId) },
    data: { deletedAt: null, version: { increment: 1 } },
  })
  return count
}

/** Marks accounts as deleted, whose versions the caller has compared inside this transaction. */
export async function removeAccounts(
  userId: string,
  portfolioId: string,
  ids: readonly string[],
  tx: Tx,
): Promise<number> {
  const { count } = await tx.account.updateMany({
    where: { id: { in: [...ids] }, ...ownAccount(userId, portfolioId) },
    data: { deletedAt: new Date(), version: { increment: 1 } },
  })
  return count
}

const openImports = (userId: string, portfolioId: string) =>
  ({ portfolioId, undoneAt: null, portfolio: { userId, deletedAt: null } }) satisfies Prisma.PositionsImportWhereInput

/** What takes each import back that has not been. */
export async function listOpenUndos(
  userId: string,
  portfolioId: string,
  tx: Tx,
): Promise<{ id: string; undo: unknown }[]> {
  return tx.positionsImport.findMany({ where: openImports(userId, portfolioId), select: { id: true, undo: true } })
}

export async function saveUndo(userId: string, portfolioId: string, id: string, undo: object, tx: Tx): Promise<void> {
  await tx.positionsImport.updateMany({
    where: { id, ...openImports(userId, portfolioId) },
    data: { undo: undo as Prisma.InputJsonObject },
  })
}
