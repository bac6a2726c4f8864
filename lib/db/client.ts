import { PrismaPg } from '@prisma/adapter-pg'
import { pool } from '@/lib/db/pool'
import { PrismaClient } from '@/prisma/generated/client'

const kept = globalThis as { tidemarkDb?: PrismaClient }

/** The one database client, made at its first use, so that a build needs no database. */
export function db(): PrismaClient {
  kept.tidemarkDb ??= new PrismaClient({ adapter: new PrismaPg(pool()) })
  return kept.tidemarkDb
}

/** A transaction's client: what a db function takes when a flow runs several of them as one. */
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'>
