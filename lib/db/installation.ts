// What the installation as a whole says of itself; nothing here is any user's.
import { db } from '@/lib/db/client'

/** The version of the database, as it names it. */
export async function findDatabaseVersion(): Promise<string> {
  const [row] = await db().$queryRaw<{ server_version: string }[]>`SHOW server_version`
  return row?.server_version ?? ''
}

export interface AppliedMigration {
  name: string
  at: Date
}

/** The migrations that were applied, the latest first. */
export async function listMigrations(): Promise<AppliedMigration[]> {
  return db().$queryRaw<AppliedMigration[]>`
    SELECT migration_name AS name, finished_at AS at FROM "_prisma_migrations"
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
    ORDER BY migration_name DESC`
}

/** When something of this name was last done for the installation; null when never. */
export async function findUpkeep(name: string): Promise<Date | null> {
  const row = await db().upkeep.findUnique({ where: { name }, select: { at: true } })
  return row?.at ?? null
}

/** How a feed behaves, over all the keys that it is asked with. */
export interface FeedStanding {
  feed: string
  lastGoodAt: Date | null
  failingSince: Date | null
  /** The kind of its newest failure, while it fails. */
  failure: string | null
  nextTryAt: Date | null
}

/** The feeds that were ever asked. One that users ask with keys of their own is told of once, without saying whose they are. */
export async function listFeedStandings(): Promise<FeedStanding[]> {
  return db().$queryRaw<FeedStanding[]>`
    SELECT split_part(feed, ' ', 1) AS feed,
      max("lastGoodAt") AS "lastGoodAt",
      min("failingSince") AS "failingSince",
      (array_agg(failure ORDER BY "lastTriedAt" DESC) FILTER (WHERE "failingSince" IS NOT NULL))[1] AS failure,
      max("nextTryAt") AS "nextTryAt"
    FROM "FeedState" GROUP BY 1 ORDER BY 1`
}
