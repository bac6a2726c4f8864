// Keeps a small database of a release for all time: prisma/dumps/<its newest migration>.backup.gz, with rows in every table. A test restores each
// and brings it up to today's schema.
// Run it with each release that has a migration:  node scripts/make-dump.mjs [MIGRATION]     (the newest unless told)
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { writeBackup } from './backup/write.mjs'
import { openDatabase } from './database.mjs'
import { migrate, readMigrations } from './migrate.mjs'
import { fillTables } from './testing/any-rows.mjs'

const MIGRATIONS = fileURLToPath(new URL('../prisma/migrations', import.meta.url))
const DUMPS = fileURLToPath(new URL('../prisma/dumps', import.meta.url))
const MOST_ROWS = 4

/** A stream of numbers that a seed decides (mulberry32). @param {number} seed */
export function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A folder with the migrations up to one of them. @param {string} last */
export function migrationsUpTo(last) {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-migrations-'))
  for (const { name } of readMigrations())
    if (name <= last) cpSync(join(MIGRATIONS, name), join(folder, name), { recursive: true })
  return folder
}

/** @param {string} name */
async function makeDump(name) {
  const folder = migrationsUpTo(name)
  const database = await openDatabase(null)
  try {
    await migrate(database.url, folder)
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await fillTables(client, seeded(Number(name.slice(0, 8))), MOST_ROWS)
    await client.end()
    mkdirSync(DUMPS, { recursive: true })
    const done = await writeBackup(database.url, join(DUMPS, `${name}.backup.gz`), { at: new Date() })
    console.log(`${name}: ${done.rows} rows of ${done.tables} tables`)
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = readMigrations().map(({ name }) => name)
  const wanted = process.argv[2] ?? names.at(-1) ?? ''
  if (wanted === '--all') for (const name of names) await makeDump(name)
  else if (names.includes(wanted)) await makeDump(wanted)
  else throw new Error(`There is no migration ${wanted}.`)
}
