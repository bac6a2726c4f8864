import { createHmac } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { connectWhenReady } from '../connect.mjs'
import { openWriter, Summing, VERSION } from './lines.mjs'
import { describeTables, LEFT_OUT, MIGRATIONS_TABLE, quoted, rowsOf, settleTexts } from './tables.mjs'

/** @typedef {import('./tables.mjs').Client} Client */

/** Tells one secret from another without saying anything of it. @param {string | null} secret */
export const secretMark = (secret) =>
  secret === null ? null : createHmac('sha256', secret).update('tidemark backup').digest('hex').slice(0, 16)

/**
 * Writes one moment of a database into a file: to a name of its own first, forced to the disk, then renamed, so that the file is there whole or
 * not at all. With `withSecret` the installation's secret is in it, as plain text.
 * @param {string} url @param {string} path @param {{ at: Date, secret?: string | null, withSecret?: boolean }} given
 */
export async function writeBackup(url, path, { at, secret = null, withSecret = false }) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const unfinished = `${path}.${process.pid}.unfinished`
  const client = await connectWhenReady(url)
  const writer = openWriter(unfinished)
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await settleTexts(client)
    const header = { tidemarkBackup: VERSION, madeAt: at.toISOString(), migrations: await appliedMigrations(client) }
    const mark = { secretMark: secretMark(secret), ...(withSecret && secret !== null ? { secret } : {}) }
    await writer.write(JSON.stringify({ ...header, ...mark }))
    const counts = await writeTables(client, writer)
    await client.query('COMMIT')
    await writer.finish()
    renameSync(unfinished, path)
    flushFolder(dirname(path))
    const done = { ...counts, bytes: statSync(path).size, file: path }
    await recordUpkeep(client, 'backup', at, { tables: done.tables, rows: done.rows, bytes: done.bytes })
    return done
  } catch (error) {
    writer.abandon()
    rmSync(unfinished, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

/** @param {Client} client @returns {Promise<import('./lines.mjs').AppliedMigration[]>} */
export async function appliedMigrations(client) {
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum FROM ${quoted(MIGRATIONS_TABLE)}
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows
}

/** @param {Client} client @param {ReturnType<typeof openWriter>} writer */
async function writeTables(client, writer) {
  const tables = (await describeTables(client)).filter(({ name }) => !LEFT_OUT.includes(name))
  let rows = 0
  for (const table of tables) {
    await writer.write(JSON.stringify({ table: table.name, columns: table.columns }))
    const summing = new Summing()
    for await (const row of rowsOf(client, table, table)) {
      const line = JSON.stringify(row)
      summing.add(line)
      await writer.write(line)
    }
    await writer.write(JSON.stringify({ end: table.name, ...summing.sum() }))
    rows += summing.rows
  }
  return { tables: tables.length, rows }
}

/** A rename is on the disk once its folder is. @param {string} folder */
function flushFolder(folder) {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Notes for the status page what was done; a database that is too old to have a place for it goes without.
 * @param {Client} client @param {string} name @param {Date} at @param {object} detail
 */
export async function recordUpkeep(client, name, at, detail) {
  const { rows } = await client.query(`SELECT to_regclass('public."Upkeep"') IS NOT NULL AS there`)
  if (!rows[0]?.there) return
  await client.query(
    `INSERT INTO "Upkeep" (name, at, detail) VALUES ($1, $2, $3)
     ON CONFLICT (name) DO UPDATE SET at = EXCLUDED.at, detail = EXCLUDED.detail`,
    [name, at, JSON.stringify(detail)],
  )
}
