import type { Weights } from '@/lib/core/asset-class'
import type { Link } from '@/lib/core/decide-import/accounts'
import type { ImportChanges, ImportCounts } from '@/lib/core/positions-import'
import { isUuid } from '@/lib/core/uuid'
import { db, type Tx } from '@/lib/db/client'
import type { Prisma } from '@/prisma/generated/client'

/** A file of an import, with the SHA-256 of its bytes. */
export interface ImportedFile {
  name: string
  format: string | null
  hash: string
}

interface StoredCounts {
  counts: ImportCounts
  changes: ImportChanges
}

export interface PositionsImportRow extends StoredCounts {
  id: string
  importedAt: Date
  files: ImportedFile[]
  undoneAt: Date | null
}

const ownPortfolio = (userId: string, portfolioId: string) =>
  ({ portfolioId, portfolio: { userId, deletedAt: null } }) satisfies Prisma.PositionsImportWhereInput

const SHOWN = { id: true, importedAt: true, files: true, counts: true, undoneAt: true } as const
type Shown = Prisma.PositionsImportGetPayload<{ select: typeof SHOWN }>

const toImport = ({ files, counts, ...row }: Shown): PositionsImportRow => ({
  ...row,
  ...(counts as unknown as StoredCounts),
  files: files as unknown as ImportedFile[],
})

/** The newest imports of a portfolio. */
export async function listPositionsImports(
  userId: string,
  portfolioId: string,
  limit = 20,
): Promise<PositionsImportRow[]> {
  if (!isUuid(portfolioId)) return []
  const rows = await db().positionsImport.findMany({
    where: ownPortfolio(userId, portfolioId),
    orderBy: [{ importedAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: SHOWN,
  })
  return rows.map(toImport)
}

export async function findPositionsImport(
  userId: string,
  portfolioId: string,
  id: string,
  tx: Tx = db(),
): Promise<PositionsImportRow | null> {
  const row = await tx.positionsImport.findFirst({ where: { id, ...ownPortfolio(userId, portfolioId) }, select: SHOWN })
  return row && toImport(row)
}

/** What takes an import back, as it was stored; null when it is not this portfolio's. */
export async function findImportUndo(
  userId: string,
  portfolioId: string,
  id: string,
  tx: Tx = db(),
): Promise<{ undo: unknown; undoneAt: Date | null } | null> {
  if (!isUuid(portfolioId) || !isUuid(id)) return null
  return tx.positionsImport.findFirst({
    where: { id, ...ownPortfolio(userId, portfolioId) },
    select: { undo: true, undoneAt: true },
  })
}

/** True when an import with this id exists anywhere, whoever owns it. */
export async function isImportIdTaken(id: string, tx: Tx): Promise<boolean> {
  return (await tx.positionsImport.count({ where: { id } })) > 0
}

/** Keeps what was imported and what takes it back; only inside `changePortfolio`, which has checked the owner. */
export async function createPositionsImport(
  userId: string,
  portfolioId: string,
  row: Omit<PositionsImportRow, 'undoneAt'> & { undo: object },
  tx: Tx,
): Promise<void> {
  const { id, importedAt, undo } = row
  const portfolio = { connect: { id: portfolioId, userId, deletedAt: null } }
  const files = row.files as unknown as Prisma.InputJsonArray
  const counts = { counts: row.counts, changes: row.changes } as unknown as Prisma.InputJsonObject
  const data = { id, importedAt, files, counts, undo: undo as Prisma.InputJsonObject, portfolio }
  await tx.positionsImport.create({ data, select: { id: true } })
}

export async function markImportUndone(
  userId: string,
  portfolioId: string,
  id: string,
  at: Date,
  tx: Tx,
): Promise<boolean> {
  const { count } = await tx.positionsImport.updateMany({
    where: { id, undoneAt: null, ...ownPortfolio(userId, portfolioId) },
    data: { undoneAt: at },
  })
  return count === 1
}

/** Which live accounts of a portfolio the brokers' accounts are. */
export async function listAccountLinks(userId: string, portfolioId: string, tx: Tx = db()): Promise<Link[]> {
  return tx.accountLink.findMany({
    where: { portfolioId, portfolio: { userId, deletedAt: null }, account: { deletedAt: null } },
    select: { format: true, externalId: true, accountId: true },
  })
}

/** Remembers where accounts of files go; only accounts of this portfolio. */
export async function saveAccountLinks(
  userId: string,
  portfolioId: string,
  links: readonly Link[],
  tx: Tx,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "AccountLink" ("portfolioId", "format", "externalId", "accountId")
    SELECT p."id", r."format", r."externalId", r."accountId"
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS r("format" text, "externalId" text, "accountId" uuid)
    JOIN "Account" AS a ON a."id" = r."accountId"
    JOIN "Portfolio" AS p ON p."id" = a."portfolioId" AND p."deletedAt" IS NULL
    WHERE p."id" = ${portfolioId}::uuid AND p."userId" = ${userId}::uuid
    ON CONFLICT ("portfolioId", "format", "externalId") DO UPDATE SET "accountId" = excluded."accountId"`
}

/** Forgets links that still lead where they are said to. */
export async function removeAccountLinks(
  userId: string,
  portfolioId: string,
  links: readonly Link[],
  tx: Tx,
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "AccountLink" AS l
    USING jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS r("format" text, "externalId" text, "accountId" uuid), "Portfolio" AS p
    WHERE l."format" = r."format" AND l."externalId" = r."externalId" AND l."accountId" = r."accountId"
      AND p."id" = l."portfolioId" AND p."id" = ${portfolioId}::uuid AND p."userId" = ${userId}::uuid`
}

/** Remembers classes of symbols that nothing was said of; answers which. Only inside `changeAllPortfolios`: they hold in all portfolios. */
export async function createSymbolClasses(
  userId: string,
  rows: readonly { symbol: string; name: string; split: Weights }[],
  tx: Tx,
): Promise<string[]> {
  const records = rows.map((row) => ({ id: crypto.randomUUID(), ...row }))
  const made = await tx.$queryRaw<{ symbol: string }[]>`
    INSERT INTO "SymbolClass" ("id", "userId", "symbol", "name", "split")
    SELECT r."id", ${userId}::uuid, r."symbol", r."name", r."split"
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r("id" uuid, "symbol" text, "name" text, "split" jsonb)
    ON CONFLICT ("userId", "symbol") DO NOTHING
    RETURNING "symbol"`
  return made.map(({ symbol }) => symbol)
}

/** Forgets classes that nobody has changed since they were made. */
export async function removeFreshClasses(userId: string, symbols: readonly string[], tx: Tx): Promise<void> {
  await tx.symbolClass.deleteMany({ where: { userId, symbol: { in: [...symbols] }, version: 1 } })
}
