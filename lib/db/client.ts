import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/generated/client'

/** The largest number of connections one process opens; the embedded database multiplexes them onto one session. */
const POOL_SIZE = 10

function connect(): PrismaClient {
  const connectionString = process.env.DATABASE_URL
  if (!connectionString) throw new Error('DATABASE_URL is not set: start the app with `npm start` or `npm run dev`.')
  return new PrismaClient({ adapter: new PrismaPg({ connectionString, max: POOL_SIZE }) })
}

const kept = globalThis as { tidemarkDb?: PrismaClient }

/** The one database client, made at its first use, so that a build needs no database. */
export function db(): PrismaClient {
  kept.tidemarkDb ??= connect()
  return kept.tidemarkDb
}

/** A transaction's client: what a db function takes when a flow runs several of them as one. */
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'>
