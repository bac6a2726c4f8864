import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { success } from '@/lib/core/action-result'
import { db } from '@/lib/db/client'
import { isConnectionError, isDatabaseBusy } from '@/lib/db/connection-errors'
import { changePortfolio } from '@/lib/db/portfolio-change'
import { newPortfolio, newUser } from '@/lib/db/test-users'

const FILL = `CREATE OR REPLACE FUNCTION test_full() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`

describe('a disk that is full', () => {
  let client: pg.Client

  beforeAll(async () => {
    client = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    await client.query(FILL)
    await client.query(`CREATE TRIGGER test_full BEFORE INSERT ON "Account" FOR EACH ROW EXECUTE FUNCTION test_full()`)
  })

  afterAll(async () => {
    await client.query('DROP FUNCTION test_full CASCADE')
    await client.end()
  })

  it('refuses a change as busy, and nothing of it is kept', async () => {
    const userId = await newUser()
    const portfolioId = await newPortfolio(userId)
    const data = { portfolioId, name: 'A', tax: 'taxable' as const }
    const byModel = await changePortfolio(userId, portfolioId, async (tx) => success(await tx.account.create({ data })))
    expect(byModel).toMatchObject({ ok: false, code: 'busy' })
    const bySql = await changePortfolio(userId, portfolioId, async (tx) =>
      success(
        await tx.$executeRaw`INSERT INTO "Account" (id, "portfolioId", name, tax) VALUES (gen_random_uuid(), ${portfolioId}::uuid, 'A', 'taxable')`,
      ),
    )
    expect(bySql).toMatchObject({ ok: false, code: 'busy' })
    expect(await db().portfolio.findUnique({ where: { id: portfolioId }, select: { version: true } })).toEqual({
      version: 1,
    })
  })
})

describe('isConnectionError', () => {
  it('knows what says that a connection broke, in each of its forms', () => {
    for (const code of ['57P01', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET'])
      expect(isConnectionError(Object.assign(new Error('x'), { code }))).toBe(true)
    expect(isConnectionError(new Error('Connection terminated unexpectedly'))).toBe(true)
    expect(isConnectionError(new Error('timeout exceeded when trying to connect'))).toBe(true)
  })

  it('leaves the faults of statements alone', () => {
    for (const code of ['23505', '42P01', '22P02', '40001']) {
      expect(isConnectionError(Object.assign(new Error('x'), { code }))).toBe(false)
      expect(isDatabaseBusy(Object.assign(new Error('x'), { code, cause: { code } }))).toBe(false)
    }
    expect(isDatabaseBusy(null)).toBe(false)
    expect(isDatabaseBusy('gone')).toBe(false)
  })
})
