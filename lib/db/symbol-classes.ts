import type { Weights } from '@/lib/core/asset-class'
import type { SaidClass } from '@/lib/core/book'
import { db, type Tx } from '@/lib/db/client'
import { saidBySymbol } from '@/lib/db/snapshot'
import type { Prisma } from '@/prisma/generated/client'

export interface RememberedSymbol {
  symbol: string
  name: string
}

/** What the user said of a symbol; null when nothing. */
export async function findSymbolClass(userId: string, symbol: string, tx: Tx = db()): Promise<SaidClass | null> {
  const row = await tx.symbolClass.findUnique({ where: { userId_symbol: { userId, symbol } } })
  return row ? (saidBySymbol([row]).get(symbol) ?? null) : null
}

/** The same of several symbols, by symbol; those of which nothing was said are left out. */
export async function findSymbolClasses(userId: string, symbols: readonly string[]): Promise<Map<string, SaidClass>> {
  return saidBySymbol(await db().symbolClass.findMany({ where: { userId, symbol: { in: [...symbols] } } }))
}

/** Those of some symbols that the user has said something of. */
export async function listSaidSymbols(userId: string, symbols: readonly string[], tx: Tx = db()): Promise<string[]> {
  const rows = await tx.symbolClass.findMany({
    where: { userId, symbol: { in: [...symbols] } },
    select: { symbol: true },
  })
  return rows.map((row) => row.symbol)
}

/** The user's own symbols that begin with a text, then those whose name contains it. */
export async function searchSymbolClasses(userId: string, text: string, limit: number): Promise<RememberedSymbol[]> {
  const mode = 'insensitive' as const
  const matches: Prisma.SymbolClassWhereInput[] = [
    { symbol: { startsWith: escaped(text), mode } },
    { name: { contains: escaped(text), mode } },
  ]
  const rows = await db().symbolClass.findMany({
    where: { userId, OR: matches },
    orderBy: { symbol: 'asc' },
    take: limit,
    select: { symbol: true, name: true },
  })
  const begins = (row: RememberedSymbol) => row.symbol.toLowerCase().startsWith(text.toLowerCase())
  return [...rows.filter(begins), ...rows.filter((row) => !begins(row))]
}

/** Text that LIKE reads as itself. */
const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** Remembers a class for the first time; only inside `changeAllPortfolios`. */
export async function createSymbolClass(
  userId: string,
  { symbol, name, split }: { symbol: string; name: string; split: Weights },
  tx: Tx,
): Promise<void> {
  await tx.symbolClass.create({ data: { userId, symbol, name, split } })
}

/** Changes one version of it; false when it has moved on or is gone. */
export async function saveSymbolClass(
  userId: string,
  { symbol, version, name, split }: { symbol: string; version: number; name: string; split: Weights },
  tx: Tx,
): Promise<boolean> {
  const { count } = await tx.symbolClass.updateMany({
    where: { userId, symbol, version },
    data: { name, split, version: { increment: 1 } },
  })
  return count === 1
}

/** Forgets one version of it: the directory's class holds again; false when it has moved on or is gone. */
export async function removeSymbolClass(
  userId: string,
  { symbol, version }: { symbol: string; version: number },
  tx: Tx,
): Promise<boolean> {
  const { count } = await tx.symbolClass.deleteMany({ where: { userId, symbol, version } })
  return count === 1
}
