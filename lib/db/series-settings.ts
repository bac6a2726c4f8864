import { SOURCES, type Source } from '@/lib/core/feed-series'
import { db } from '@/lib/db/client'

export interface SeriesSetting extends Record<Source, boolean> {
  /** The user's FRED key, encrypted. */
  sealedKey: string | null
  /** When FRED last refused that key; null while it is taken. */
  keyRefusedAt: Date | null
}

const NOTHING_ON: SeriesSetting = { fred: false, nyFed: false, treasury: false, sealedKey: null, keyRefusedAt: null }

const ANY_ON = { OR: SOURCES.map((source) => ({ [source]: true })) }

/** What a user turned on; nothing until then. */
export async function findSeriesSetting(userId: string): Promise<SeriesSetting> {
  const select = { fred: true, nyFed: true, treasury: true, sealedKey: true, keyRefusedAt: true }
  return (await db().seriesSetting.findUnique({ where: { userId }, select })) ?? NOTHING_ON
}

const save = (userId: string, change: Partial<SeriesSetting>) =>
  db().seriesSetting.upsert({ where: { userId }, create: { userId, ...change }, update: change })

export async function setSource(userId: string, source: Source, on: boolean): Promise<void> {
  await save(userId, { [source]: on })
}

/** Stores an encrypted key in the place of any before, or none; what FRED said of the last one does not count for the new one. */
export async function setFredKey(userId: string, sealedKey: string | null): Promise<void> {
  await save(userId, { sealedKey, keyRefusedAt: null })
}

/** Notes that FRED refused this key; a key that the user has changed in the meantime is left alone. */
export async function noteKeyRefused(userId: string, sealedKey: string, at: Date): Promise<void> {
  await db().seriesSetting.updateMany({ where: { userId, sealedKey }, data: { keyRefusedAt: at } })
}

/** The users for whom something is fetched by the clock. */
export async function listUsersWithSources(): Promise<string[]> {
  const rows = await db().seriesSetting.findMany({
    where: ANY_ON,
    select: { userId: true },
    orderBy: { userId: 'asc' },
  })
  return rows.map((row) => row.userId)
}
