import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkBackup } from '@/scripts/backup/check.mjs'
import type { Sums } from '@/scripts/backup/lines.mjs'
import { restoreBackup, sumTables } from '@/scripts/backup/restore.mjs'
import { describeTables, LEFT_OUT, quoted, settleTexts } from '@/scripts/backup/tables.mjs'
import { writeBackup } from '@/scripts/backup/write.mjs'
import { startDatabase } from '@/scripts/database-process.mjs'
import { migrationsUpTo, seeded } from '@/scripts/make-dump.mjs'
import { migrate, readMigrations } from '@/scripts/migrate.mjs'
import { fillTables } from '@/scripts/testing/any-rows.mjs'

const url = process.env.DATABASE_URL ?? ''
const AT = new Date('2026-11-23T08:00:00Z')

let client: pg.Client
let folder: string
let file: string

beforeAll(async () => {
  client = new pg.Client({ connectionString: url })
  await client.connect()
})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-backup-test-'))
  file = join(folder, 'a.backup.gz')
  await empty()
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

afterAll(async () => {
  await empty()
  await client.end()
})

async function empty(): Promise<void> {
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  await migrate(url)
}

/** Counts and hashes of every table of a database, those that no backup holds too. */
async function sumsOf(at: pg.Client): Promise<Sums> {
  await at.query('BEGIN')
  await settleTexts(at)
  const sums = await sumTables(at, await describeTables(at))
  await at.query('COMMIT')
  return sums
}

/** The same of what a backup holds. `Upkeep` says itself that one was made or restored. */
async function keptSums(at: pg.Client): Promise<[string, unknown][]> {
  return [...(await sumsOf(at))].filter(([name]) => !LEFT_OUT.includes(name) && name !== 'Upkeep')
}

const fill = (seed: number, most = 5) => fillTables(client, seeded(seed), most)

describe('a backup', () => {
  it('brings back every table with its counts and hashes, whatever the rows are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer(), async (seed, other) => {
        // The same rows once more would be the same database.
        fc.pre(seed !== other)
        await empty()
        await fill(seed)
        const before = await keptSums(client)
        rmSync(file, { force: true })
        await writeBackup(url, file, { at: AT })
        await fill(other)
        expect(await keptSums(client)).not.toEqual(before)
        await restoreBackup(url, file, { at: AT, replace: true })
        expect(await keptSums(client)).toEqual(before)
        for (const name of LEFT_OUT)
          expect((await client.query(`SELECT 1 FROM ${quoted(name)}`)).rowCount, `${name} is left out`).toBe(0)
      }),
      { numRuns: 6 },
    )
  })

  it('goes into a new database of its own, and is noted there and here', async () => {
    await fill(7, 30)
    const done = await writeBackup(url, file, { at: AT })
    const other = await startDatabase(null)
    try {
      const restored = await restoreBackup(other.url, file, { at: AT })
      expect(restored.rows).toBe(done.rows)
      const there = new pg.Client({ connectionString: other.url })
      await there.connect()
      expect(await keptSums(there)).toEqual(await keptSums(client))
      const noted = `SELECT name FROM "Upkeep" WHERE at = '${AT.toISOString()}' ORDER BY name`
      expect((await there.query(noted)).rows).toContainEqual({ name: 'restore' })
      expect((await client.query(noted)).rows).toContainEqual({ name: 'backup' })
      await there.end()
    } finally {
      await other.stop()
    }
  })

  it('is of one moment while others write', async () => {
    await client.query(`INSERT INTO "User" (id) VALUES (gen_random_uuid())`)
    const writer = new pg.Client({ connectionString: url })
    await writer.connect()
    let written = 1
    let stop = false
    // Two tables in one transaction: a backup of one moment has as many users as portfolios, and one user more.
    const writing = (async () => {
      while (!stop) {
        await writer.query('BEGIN')
        const { rows } = await writer.query(`INSERT INTO "User" (id) VALUES (gen_random_uuid()) RETURNING id`)
        await writer.query(
          `INSERT INTO "Portfolio" (id, "userId", name, "updatedAt") VALUES (gen_random_uuid(), $1, 'P', now())`,
          [rows[0].id],
        )
        await writer.query('COMMIT')
        written += 1
      }
    })()
    try {
      for (let round = 0; round < 5; round += 1) {
        const path = join(folder, `${round}.backup.gz`)
        await writeBackup(url, path, { at: AT })
        const { sums } = await checkBackup(path, readMigrations())
        expect(sums.get('User')?.rows).toBe((sums.get('Portfolio')?.rows ?? 0) + 1)
      }
      expect(written).toBeGreaterThan(5)
    } finally {
      stop = true
      await writing
      await writer.end()
    }
  })

  it('can be read by its owner only, is whole or not there, and holds the secret only when told so', async () => {
    await fill(3)
    await writeBackup(url, file, { at: AT, secret: 's3cret-of-this-installation', withSecret: false })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const open = await checkBackup(file, readMigrations())
    expect(JSON.stringify(open.header)).not.toContain('s3cret')
    expect(open.header.secretMark).toMatch(/^[\da-f]{16}$/)
    rmSync(file)
    await writeBackup(url, file, { at: AT, secret: 's3cret-of-this-installation', withSecret: true })
    expect((await checkBackup(file, readMigrations())).header.secret).toBe('s3cret-of-this-installation')
    await client.query('ALTER TABLE "User" RENAME COLUMN "email" TO "mail"; DROP TABLE "_prisma_migrations"')
    const broken = join(folder, 'broken.backup.gz')
    await expect(writeBackup(url, broken, { at: AT })).rejects.toThrow()
    expect(existsSync(broken)).toBe(false)
    expect(readdirSync(folder)).toEqual(['a.backup.gz'])
  })
})

describe('a restore refuses, and changes nothing', () => {
  let before: Sums

  beforeEach(async () => {
    await fill(11)
    await writeBackup(url, file, { at: AT })
    await fill(12)
    before = await sumsOf(client)
  })

  const refused = async (path: string, why: RegExp, given: { replace?: boolean; migrationsFolder?: string } = {}) => {
    await expect(restoreBackup(url, path, { at: AT, replace: true, ...given })).rejects.toThrow(why)
    expect(await sumsOf(client)).toEqual(before)
  }

  it('a file that was cut anywhere', async () => {
    const bytes = readFileSync(file)
    const cut = join(folder, 'cut.backup.gz')
    for (const part of [0, 0.01, 0.3, 0.7, 0.99]) {
      writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * part)))
      await refused(cut, /not a whole backup|is empty/)
    }
    writeFileSync(cut, bytes.subarray(0, -9))
    await refused(cut, /not a whole backup/)
  })

  it('a file in which a byte was changed', async () => {
    const bytes = readFileSync(file)
    const altered = join(folder, 'altered.backup.gz')
    for (let round = 0; round < 12; round += 1) {
      const at = 10 + Math.floor(((bytes.length - 11) * round) / 12)
      const copy = Buffer.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ 0x20
      writeFileSync(altered, copy)
      await refused(altered, /not a whole backup|comes from another history|newer version|not a backup/)
    }
  })

  it('a database with rows, unless told to replace them', () =>
    refused(file, /not empty.*--replace/, { replace: false }))

  it('a backup of a newer version', async () => {
    const older = migrationsUpTo(readMigrations().at(-2)?.name ?? '')
    await refused(file, /newer version/, { migrationsFolder: older })
    rmSync(older, { recursive: true, force: true })
  })

  it('a backup whose rows the tables do not take', async () => {
    const { gzipSync, gunzipSync } = await import('node:zlib')
    const { Summing } = await import('@/scripts/backup/lines.mjs')
    const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n').slice(0, -1)
    // A lot of nothing, with every count and hash in order: the table's own rule is what refuses it.
    const start = lines.findIndex((line) => line.startsWith('{"table":"Lot"'))
    const end = lines.findIndex((line) => line.startsWith('{"end":"Lot"'))
    const columns = JSON.parse(lines[start] ?? '').columns as string[]
    const row = JSON.parse(lines[start + 1] ?? '') as string[]
    row[columns.indexOf('quantity')] = '0'
    lines[start + 1] = JSON.stringify(row)
    const part = new Summing()
    for (const line of lines.slice(start + 1, end)) part.add(line)
    lines[end] = JSON.stringify({ end: 'Lot', ...part.sum() })
    const whole = new Summing()
    for (const line of lines) whole.add(line)
    const forged = join(folder, 'forged.backup.gz')
    writeFileSync(forged, gzipSync(`${[...lines, JSON.stringify({ whole: whole.sum() })].join('\n')}\n`))
    await refused(forged, /Lot_quantity_check/)
  })

  it('while the app is running on the database', async () => {
    if (!process.env.TEST_DATABASE_URL) return // the embedded database has one session, and a lock of its folder in place of this
    const app = new pg.Client({ connectionString: url, application_name: 'tidemark' })
    await app.connect()
    await refused(file, /running on this database/)
    await app.end()
  })
})

it('never leaves a half-written file under its name', async () => {
  await fill(5)
  writeFileSync(file, 'an older backup')
  const handle = openSync(file, 'r')
  await writeBackup(url, file, { at: AT })
  // Whoever had the older one open reads it on: the new one took its name, not its place.
  expect(readFileSync(handle, 'utf8')).toBe('an older backup')
  closeSync(handle)
})
