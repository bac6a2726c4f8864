import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pool } from '@/lib/db/pool'

/** The lock that whoever migrates holds while it does: scripts/migrate.mjs, and Prisma's own command line. */
const MIGRATION_LOCK = 72707369

const ASK = `
  SELECT max(migration_name) AS newest,
    (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = ${MIGRATION_LOCK} AND granted)::int AS migrating
  FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`

let wanted: string | undefined

/** The newest migration of this code. Where only the build was shipped without its migrations it is unknown and nothing is asked of the database. */
function newestMigration(): string {
  try {
    const names = readdirSync(/* turbopackIgnore: true */ join(process.cwd(), 'prisma', 'migrations'))
    return (
      names
        .filter((name) => /^\d{14}_/.test(name))
        .sort()
        .at(-1) ?? ''
    )
  } catch {
    return ''
  }
}

async function ask(): Promise<boolean> {
  wanted ??= newestMigration()
  const { rows } = await pool().query<{ newest: string | null; migrating: number }>(ASK)
  const [found] = rows
  return found !== undefined && found.migrating === 0 && (found.newest ?? '') >= wanted
}

/** Whether the database answers within `patience` milliseconds, has the tables of this code, and is not being migrated. */
export async function databaseIsReady(patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience)
  })
  const answer = ask().catch(() => false)
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer))
}
