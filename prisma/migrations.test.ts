import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { migrate, readMigrations } from '@/scripts/migrate.mjs'
import { schemaDiff } from '@/scripts/schema-diff.mjs'

const url = process.env.DATABASE_URL ?? ''
const schema = readFileSync(new URL('schema.prisma', import.meta.url), 'utf8')

/** What the migrations add by hand, for Prisma's schema language has no words for it. */
const BY_HAND = [
  'Account check Account_reserveCents_check: CHECK (("reserveCents" >= 0))',
  'Holding check Holding_price_check: CHECK ((price > (0)::numeric))',
  'Holding check Holding_quantity_check: CHECK ((quantity >= (0)::numeric))',
  'Holding check Holding_unit_check: CHECK ((unit > (0)::numeric))',
  'Holding index Holding_accountId_symbol_live_key: CREATE UNIQUE INDEX "Holding_accountId_symbol_live_key" ON public."Holding" USING btree ("accountId", symbol) WHERE ("deletedAt" IS NULL)',
  'Lot check Lot_quantity_check: CHECK ((quantity > (0)::numeric))',
  'PriceRun index PriceRun_userId_unfinished_key: CREATE UNIQUE INDEX "PriceRun_userId_unfinished_key" ON public."PriceRun" USING btree ("userId") WHERE ("finishedAt" IS NULL)',
  'RefreshRun index RefreshRun_userId_unfinished_key: CREATE UNIQUE INDEX "RefreshRun_userId_unfinished_key" ON public."RefreshRun" USING btree ("userId") WHERE ("finishedAt" IS NULL)',
]

const EVERYTHING = `
  SELECT format('%s column %s: %s(%s,%s,%s) null=%s default=%s', table_name, column_name, udt_name,
    numeric_precision, numeric_scale, datetime_precision, is_nullable, column_default) AS line
  FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL
  SELECT format('%s index %s: %s', tablename, indexname, indexdef) FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL
  SELECT format('%s %s %s: %s', t.relname, CASE c.contype WHEN 'c' THEN 'check' WHEN 'f' THEN 'reference' ELSE 'key' END,
    c.conname, pg_get_constraintdef(c.oid))
  FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
  WHERE c.connamespace = 'public'::regnamespace AND c.contype IN ('c', 'f', 'p', 'u')
  UNION ALL
  SELECT format('enum %s: %s', t.typname, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder))
  FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid GROUP BY t.typname`

let client: pg.Client
let folder: string

/** Every column, index, constraint and enumeration, a line for each. */
async function describeDatabase(): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(EVERYTHING)
  return rows
    .map(({ line }) => line)
    .filter((line) => !line.startsWith('_prisma_migrations'))
    .sort()
}

async function emptyDatabase(): Promise<void> {
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
}

/** Writes a folder of migrations for the test, in the order of their names. */
function writeMigrations(migrations: Record<string, string>): void {
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'migration.sql'), sql)
  }
}

async function recorded(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY name',
  )
  return rows.map(({ name }) => name)
}

beforeAll(async () => {
  client = new pg.Client({ connectionString: url })
  await client.connect()
})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  await emptyDatabase()
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

afterAll(async () => {
  // The next file of this worker expects the ordinary tables.
  await emptyDatabase()
  await migrate(url)
  await client.end()
})

describe('the migrations of this code', () => {
  it('make exactly the tables of schema.prisma, and what is added by hand', async () => {
    await client.query(await schemaDiff(null, schema))
    const wanted = await describeDatabase()
    await emptyDatabase()
    await migrate(url)
    const made = await describeDatabase()
    expect(wanted.length).toBeGreaterThan(80)
    expect(made.filter((line) => !wanted.includes(line))).toEqual(BY_HAND)
    expect(wanted.filter((line) => !made.includes(line))).toEqual([])
  })

  it('are applied once', async () => {
    const names = readMigrations().map(({ name }) => name)
    expect(await migrate(url)).toEqual(names)
    const before = await describeDatabase()
    expect(await migrate(url)).toEqual([])
    expect(await describeDatabase()).toEqual(before)
    expect(await recorded()).toEqual(names)
  })

  it('are applied once by two that start at the same time', async () => {
    const done = await Promise.all([migrate(url), migrate(url)])
    expect(done.flat()).toEqual(readMigrations().map(({ name }) => name))
  })
})

describe('migrate', () => {
  it('keeps nothing of a migration that fails, and everything before it', async () => {
    writeMigrations({
      '1_good': 'CREATE TABLE good (n int)',
      '2_bad': 'CREATE TABLE half (n int); INSERT INTO half VALUES (1); SELECT 1 / 0;',
      '3_later': 'CREATE TABLE later (n int)',
    })
    await expect(migrate(url, folder)).rejects.toThrow(/2_bad failed, and nothing of it was kept: division by zero/)
    const { rows } = await client.query(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename IN ('good', 'half', 'later')`,
    )
    expect(rows).toEqual([{ tablename: 'good' }])
    expect(await recorded()).toEqual(['1_good'])
    writeMigrations({ '2_bad': 'CREATE TABLE half (n int)' })
    expect(await migrate(url, folder)).toEqual(['2_bad', '3_later'])
  })

  it('refuses a migration that was changed after it was applied', async () => {
    writeMigrations({ '1_good': 'CREATE TABLE good (n int)' })
    await migrate(url, folder)
    writeMigrations({ '1_good': 'CREATE TABLE good (n bigint)', '2_next': 'CREATE TABLE later (n int)' })
    await expect(migrate(url, folder)).rejects.toThrow(/1_good was changed after this database had applied it/)
    expect(await recorded()).toEqual(['1_good'])
  })

  it('takes the same text with the line ends of Windows for unchanged', async () => {
    writeMigrations({ '1_good': 'CREATE TABLE good (\n  n int\n)\n' })
    await migrate(url, folder)
    writeMigrations({ '1_good': 'CREATE TABLE good (\r\n  n int\r\n)\r\n' })
    expect(await migrate(url, folder)).toEqual([])
  })

  it('refuses a database that a newer version has changed', async () => {
    writeMigrations({ '1_good': 'CREATE TABLE good (n int)', '2_newer': 'CREATE TABLE newer (n int)' })
    await migrate(url, folder)
    rmSync(join(folder, '2_newer'), { recursive: true })
    await expect(migrate(url, folder)).rejects.toThrow(/made by a newer version of Tidemark.*2_newer/)
  })

  it('refuses a database in which another tool left a migration half done', async () => {
    writeMigrations({ '1_good': 'CREATE TABLE good (n int)' })
    await migrate(url, folder)
    await client.query('UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(migrate(url, folder)).rejects.toThrow(/1_good failed in this database and was never resolved/)
  })
})

describe('the rules added by hand', () => {
  const ID = '00000000-0000-7000-8000-000000000001'
  const holding = (columns: Record<string, string>) => {
    const row = { id: 'gen_random_uuid()', accountId: `'${ID}'`, symbol: `'VTI'`, quantity: '1', unit: '1', ...columns }
    const names = Object.keys(row).map((name) => `"${name}"`)
    return client.query(`INSERT INTO "Holding" (${names.join(', ')}) VALUES (${Object.values(row).join(', ')})`)
  }

  beforeEach(async () => {
    await migrate(url)
    await client.query(`INSERT INTO "User" (id) VALUES ('${ID}')`)
    await client.query(
      `INSERT INTO "Portfolio" (id, "userId", name, "updatedAt") VALUES ('${ID}', '${ID}', 'P', now())`,
    )
    await client.query(`INSERT INTO "Account" (id, "portfolioId", name, tax) VALUES ('${ID}', '${ID}', 'A', 'taxable')`)
  })

  it('let an account hold a symbol once, removed rows apart', async () => {
    await holding({})
    await expect(holding({})).rejects.toThrow(/Holding_accountId_symbol_live_key/)
    await client.query('UPDATE "Holding" SET "deletedAt" = now()')
    await holding({})
    await holding({ symbol: `'BND'` })
  })

  it('refuse amounts that cannot be', async () => {
    await expect(holding({ quantity: '-0.000000000000000001' })).rejects.toThrow(/Holding_quantity_check/)
    await expect(holding({ unit: '0' })).rejects.toThrow(/Holding_unit_check/)
    await expect(holding({ price: '0' })).rejects.toThrow(/Holding_price_check/)
    await holding({ id: `'${ID}'`, quantity: '0', price: 'NULL' })
    const lot = `INSERT INTO "Lot" (id, "holdingId", quantity, "unitCost", "acquiredOn") VALUES (gen_random_uuid(), '${ID}', 0, 1, now())`
    await expect(client.query(lot)).rejects.toThrow(/Lot_quantity_check/)
    await expect(client.query('UPDATE "Account" SET "reserveCents" = -1')).rejects.toThrow(/Account_reserveCents_check/)
  })
})
