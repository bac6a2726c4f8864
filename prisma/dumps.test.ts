import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkBackup } from '@/scripts/backup/check.mjs'
import { restoreBackup, sumTables } from '@/scripts/backup/restore.mjs'
import { describeTables, settleTexts } from '@/scripts/backup/tables.mjs'
import { migrate, readMigrations } from '@/scripts/migrate.mjs'

const url = process.env.DATABASE_URL ?? ''
const DUMPS = fileURLToPath(new URL('dumps', import.meta.url))
const ENDING = '.backup.gz'

let client: pg.Client

beforeAll(async () => {
  client = new pg.Client({ connectionString: url })
  await client.connect()
})

beforeEach(empty)

afterAll(async () => {
  await empty()
  await client.end()
})

async function empty(): Promise<void> {
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  await migrate(url)
}

/** Every column with its type and default, every index and rule. */
async function schema(): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`
    SELECT format('%s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) AS line
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace`)
  return rows.map(({ line }) => line).sort()
}

const releases = readMigrations().map(({ name }) => name)

it('there is a dump of every release', () => {
  const dumps = readdirSync(DUMPS).map((name) => name.replace(ENDING, ''))
  expect(dumps.sort(), 'make the missing one: node scripts/make-dump.mjs').toEqual(releases)
})

describe.each(releases)('a database of %s', (release) => {
  it('comes up to the tables of today with every row as it was', async () => {
    const today = await schema()
    const file = join(DUMPS, `${release}${ENDING}`)
    const { tables, sums } = await checkBackup(file, readMigrations())
    expect(tables.length).toBeGreaterThan(8)
    const { migrated } = await restoreBackup(url, file, { at: new Date() })
    expect(migrated).toEqual(releases.filter((name) => name > release))
    expect(await schema()).toEqual(today)
    await client.query('BEGIN')
    await settleTexts(client)
    const survived = await sumTables(client, tables)
    expect((await describeTables(client)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(tables.map(({ name }) => name)),
    )
    await client.query('COMMIT')
    // A restore notes itself.
    survived.delete('Upkeep')
    sums.delete('Upkeep')
    expect(survived).toEqual(sums)
    expect([...sums.values()].every(({ rows }) => rows > 0)).toBe(true)
  })
})
