// Brings a database up to the code's schema: prisma/migrations in order, each whole or not at all, recorded as the
// Prisma command line records them. Needs no engine, so nothing is downloaded at a start.
// Run it:  DATABASE_URL=… node scripts/migrate.mjs
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { connectWhenReady } from './connect.mjs'

const MIGRATIONS = fileURLToPath(new URL('../prisma/migrations', import.meta.url))
// The number of the lock that Prisma's own engine takes, so that the two exclude one another.
export const LOCK = 72707369
export const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */

/** @param {string} folder @returns {Migration[]} */
export function readMigrations(folder = MIGRATIONS) {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')))
  return names.sort().map((name) => {
    // A checkout on Windows may turn the line ends; the checksum is that of the text as it was written.
    const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * Runs the work in a transaction that no other migrating process can enter at the same time.
 * @template T @param {pg.Client} client @param {() => Promise<T>} work
 */
async function alone(client, work) {
  await client.query('BEGIN')
  try {
    await client.query(`SET LOCAL lock_timeout = '60s'`)
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    const result = await work()
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

/**
 * The names that the database holds already; throws when its past is not the one that this code knows.
 * @param {pg.Client} client @param {Migration[]} migrations
 */
async function appliedNames(client, migrations) {
  await client.query(TABLE)
  const { rows } = await client.query(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  )
  for (const row of rows) {
    const known = migrations.find(({ name }) => name === row.migration_name)
    if (row.finished_at === null)
      throw new Error(
        `The migration ${row.migration_name} failed in this database and was never resolved: restore a backup, or settle it with \`npx prisma migrate resolve\`.`,
      )
    if (!known)
      throw new Error(
        `This database was made by a newer version of Tidemark (it holds the migration ${row.migration_name}): update the code, or use another database.`,
      )
    if (known.checksum !== row.checksum)
      throw new Error(
        `The migration ${row.migration_name} was changed after this database had applied it: put the file back as it was, and write a new migration instead.`,
      )
  }
  return new Set(rows.map((row) => row.migration_name))
}

/** Applies one inside of a transaction. @param {pg.Client} client @param {Migration} migration */
export async function apply(client, { name, sql, checksum }) {
  try {
    await client.query(sql)
  } catch (error) {
    throw new Error(
      `The migration ${name} failed, and nothing of it was kept: ${/** @type {Error} */ (error).message}`,
      { cause: error },
    )
  }
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  )
}

/**
 * Applies what the database lacks; answers the names of what it applied.
 * @param {string} url @param {string} [folder]
 */
export async function migrate(url, folder = MIGRATIONS) {
  const migrations = readMigrations(folder)
  const client = await connectWhenReady(url)
  const done = []
  try {
    for (const migration of migrations) {
      const fresh = await alone(client, async () => {
        const applied = await appliedNames(client, migrations)
        if (applied.has(migration.name)) return false
        await apply(client, migration)
        return true
      })
      if (fresh) done.push(migration.name)
    }
  } finally {
    await client.end()
  }
  return done
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const done = await migrate(process.env.DATABASE_URL ?? '')
    console.log(done.length === 0 ? 'The database is up to date.' : `Applied: ${done.join(', ')}`)
  } catch (error) {
    console.error(/** @type {Error} */ (error).message)
    process.exit(1)
  }
}
