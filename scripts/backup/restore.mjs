import { connectWhenReady } from '../connect.mjs'
import { apply, LOCK, readMigrations, TABLE } from '../migrate.mjs'
import { Failure } from '../steps/failure.mjs'
import { checkBackup } from './check.mjs'
import { backupLines, Summing } from './lines.mjs'
import { describeTables, LEFT_OUT, quoted, rowsOf, settleTexts } from './tables.mjs'
import { recordUpkeep } from './write.mjs'

/** @typedef {import('./tables.mjs').Client} Client */
/** @typedef {import('./tables.mjs').Table} Table */

/** Rows that a start without any user makes, beside those that no backup holds: they make a database no less empty. */
const OF_NOBODY = [...LEFT_OUT, 'Upkeep']
const MOST_ROWS = 500
const MOST_CHARACTERS = 4_000_000

/**
 * Puts a backup in the place of what a database holds, as one transaction: the tables as they were when it was made, its rows, a comparison with
 * its counts and hashes, then the migrations since. A database with rows is refused unless `replace` says that they may go.
 * @param {string} url @param {string} path @param {{ at: Date, replace?: boolean, migrationsFolder?: string }} given
 */
export async function restoreBackup(url, path, { at, replace = false, migrationsFolder }) {
  const known = readMigrations(migrationsFolder)
  const backup = await checkBackup(path, known)
  const client = await connectWhenReady(url)
  try {
    await client.query('BEGIN')
    await client.query(`SET LOCAL lock_timeout = '10s'`)
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    await settleTexts(client)
    await refuseInUse(client)
    const present = await describeTables(client)
    if (!replace) await refuseRows(client, present)
    await dropAll(client, present, known)
    const level = known.slice(0, backup.header.migrations.length)
    await client.query(TABLE)
    for (const migration of level) await apply(client, migration)
    await loadRows(client, path)
    await compare(client, backup)
    const later = known.slice(level.length)
    for (const migration of later) await apply(client, migration)
    const rows = [...backup.sums.values()].reduce((sum, table) => sum + table.rows, 0)
    await recordUpkeep(client, 'restore', at, { madeAt: backup.header.madeAt, rows, migrated: later.length })
    await client.query('COMMIT')
    return { rows, tables: backup.tables.length, migrated: later.map(({ name }) => name), header: backup.header }
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

/** An app that goes on working would write into tables that are about to be dropped. @param {Client} client */
async function refuseInUse(client) {
  const { rows } = await client.query(
    `SELECT count(*)::int AS users FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'tidemark' AND pid <> pg_backend_pid()`,
  )
  if (rows[0].users > 0)
    throw new Failure('Tidemark is running on this database: stop it, then restore. Nothing was changed.')
}

/** @param {Client} client @param {Table[]} tables */
async function refuseRows(client, tables) {
  for (const { name } of tables) {
    if (OF_NOBODY.includes(name)) continue
    const { rows } = await client.query(`SELECT EXISTS (SELECT 1 FROM ${quoted(name)}) AS filled`)
    if (rows[0].filled)
      throw new Failure(
        `This database is not empty (${name} has rows). To put the backup in the place of everything in it: --replace. Nothing was changed.`,
      )
  }
}

/** Drops what our migrations made, and nothing else that may live there. Waiting jobs speak of rows that go. @param {Client} client */
async function dropAll(
  client,
  /** @type {Table[]} */ present,
  /** @type {import('../migrate.mjs').Migration[]} */ known,
) {
  const made = namesIn(known, /CREATE TABLE "(\w+)"/g)
  const ours = present.map(({ name }) => name).filter((name) => made.includes(name))
  for (const name of ['_prisma_migrations', ...ours]) await client.query(`DROP TABLE IF EXISTS ${quoted(name)} CASCADE`)
  for (const name of namesIn(known, /CREATE TYPE "(\w+)"/g)) await client.query(`DROP TYPE IF EXISTS ${quoted(name)}`)
  await client.query('DROP SCHEMA IF EXISTS pgboss CASCADE')
}

/** @param {import('../migrate.mjs').Migration[]} migrations @param {RegExp} pattern */
const namesIn = (migrations, pattern) =>
  migrations.flatMap(({ sql }) => [...sql.matchAll(pattern)].map(([, name]) => name ?? ''))

/** @param {Client} client @param {string} path */
async function loadRows(client, path) {
  const tables = await describeTables(client)
  /** @type {string[]} */
  let batch = []
  let length = 0
  let insert = ''
  const flush = async () => {
    if (batch.length > 0) await client.query(insert, [`[${batch.join(',')}]`])
    batch = []
    length = 0
  }
  for await (const { line, parsed } of backupLines(path)) {
    if (parsed.table !== undefined) insert = insertInto(tables, parsed)
    if (parsed.end !== undefined) await flush()
    if (!Array.isArray(parsed)) continue
    batch.push(line)
    length += line.length
    if (batch.length >= MOST_ROWS || length >= MOST_CHARACTERS) await flush()
  }
}

/** @param {Table[]} tables @param {{ table: string, columns: string[] }} saved */
function insertInto(tables, { table: name, columns }) {
  const table = tables.find((one) => one.name === name)
  if (!table || table.columns.join() !== columns.join())
    throw new Failure(`The backup's table ${name} is not as its migrations make it. Nothing was changed.`)
  const values = table.types.map((type, place) => `(r->>${place})::${type}`)
  return `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) SELECT ${values.join(', ')} FROM json_array_elements($1::json) AS r`
}

/** @param {Client} client @param {import('./check.mjs').Checked} backup */
async function compare(client, backup) {
  const sums = await sumTables(client, backup.tables)
  for (const [name, wanted] of backup.sums) {
    const found = sums.get(name)
    if (found?.rows !== wanted.rows || found.sha256 !== wanted.sha256)
      throw new Failure(`The restored table ${name} is not what the backup holds. Nothing was changed.`)
  }
}

/**
 * The count and the hash of tables as a backup would have them. Inside of a transaction with settled texts.
 * @param {Client} client @param {{ name: string, columns: string[] }[]} asked @returns {Promise<import('./lines.mjs').Sums>}
 */
export async function sumTables(client, asked) {
  const tables = await describeTables(client)
  /** @type {import('./lines.mjs').Sums} */
  const sums = new Map()
  for (const wanted of asked) {
    const table = tables.find(({ name }) => name === wanted.name)
    if (!table) continue
    const summing = new Summing()
    for await (const row of rowsOf(client, wanted, table)) summing.add(JSON.stringify(row))
    sums.set(wanted.name, summing.sum())
  }
  return sums
}
