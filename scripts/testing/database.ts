// Before each file of database tests: this worker's own database, emptied.
import pg from 'pg'
import { beforeAll, inject } from 'vitest'

const url = inject('databaseUrls')[Number(process.env.VITEST_POOL_ID) - 1]
if (!url) throw new Error(`No database was opened for worker ${process.env.VITEST_POOL_ID}.`)
process.env.DATABASE_URL = url

beforeAll(async () => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  if (rows.length > 0) await client.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')} CASCADE`)
  await client.end()
})
