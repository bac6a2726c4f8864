import { describe, expect, it, vi } from 'vitest'
import { createApiToken } from '@/lib/db/api-tokens'
import { db } from '@/lib/db/client'
import { makeLink } from '@/lib/db/one-time-links'
import { addSecurityEvent } from '@/lib/db/security-events'
import { createSession } from '@/lib/db/sessions'
import { createUser } from '@/lib/db/users'
import { deleteUser } from '@/lib/flows/delete-user'
import { hashPassword } from '@/lib/flows/hash-password'
import { logIn } from '@/lib/flows/log-in'

// A hash is slow on purpose, and far slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const PASSWORD = 'a heron walks over the wet slate'
const SPLIT = { growth: 10_000 }
/** Nobody's: public statistics, the count of attempts, the record of backups. */
const SHARED = ['Observation', 'ReplacedObservation', 'SeriesFeed', 'RateLimit', 'Upkeep']

async function countRows(): Promise<Record<string, number>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like '\\_%' order by 1`
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await db().$queryRawUnsafe<{ n: bigint }[]>(`select count(*) as n from "${name}"`)
    counts[name] = Number(row?.n)
  }
  return counts
}

/** What guards the account. */
async function fillGuards(userId: string): Promise<void> {
  const at = new Date()
  const expiresAt = new Date(at.getTime() + 60_000)
  await makeLink('verify', { userId }, 60_000, at)
  await addSecurityEvent(userId, { kind: 'signedIn', at, visitor: { address: '192.0.2.1', userAgent: 'Test' } })
  await db().challenge.create({ data: { userId, purpose: 'confirm', challenge: crypto.randomUUID(), expiresAt } })
  await db().oidcIdentity.create({ data: { userId, issuer: 'https://id.test', subject: userId, linkedAt: at } })
  await db().recoveryCode.create({ data: { userId, hash: 'hash' } })
  const key = { id: crypto.randomUUID(), publicKey: Buffer.from([1]), counter: 0, transports: [], backedUp: false }
  await db().passkey.create({ data: { ...key, userId, name: 'Mine', createdAt: at } })
}

async function fillEveryTable(userId: string): Promise<void> {
  await fillGuards(userId)
  await createSession(userId, '', new Date())
  await createApiToken(userId, { name: 'Mine', secret: crypto.randomUUID(), expiresAt: null }, new Date())
  await db().symbolClass.create({ data: { userId, symbol: 'XYZ', split: SPLIT } })
  await db().targetModel.create({ data: { userId, name: 'Mine', weights: SPLIT } })
  const value = { series: 'DFF', date: new Date('2026-11-19'), value: '3.88' }
  await db().seriesSetting.create({ data: { userId, sealedKey: 'sealed' } })
  await db().seriesFile.create({ data: { userId, name: 'DFF.csv', givenAt: new Date(), values: { create: value } } })
  const beat = { startedAt: new Date(), heartbeatAt: new Date() }
  await db().refreshRun.create({ data: { userId, worker: crypto.randomUUID(), series: ['DFF'], ...beat } })
  await db().priceRun.create({
    data: { userId, portfolioId: crypto.randomUUID(), worker: crypto.randomUUID(), symbols: ['XYZ'], ...beat },
  })
  const quote = { userId, symbol: 'XYZ', source: 'tiingo' }
  const dated = { date: new Date('2026-11-19'), fetchedAt: new Date() }
  await db().priceSetting.create({ data: { userId, sources: ['tiingo'] } })
  await db().priceQuote.create({ data: { ...quote, ...dated, price: '1', currency: 'USD' } })
  await db().priceFault.create({ data: { ...quote, code: 'jump', at: new Date() } })
  await db().feedState.create({ data: { feed: `tiingo ${userId}` } })
  await db().fxRate.create({ data: { userId, currency: 'EUR', quote: 'USD', source: 'manual', rate: '1.1', ...dated } })
  await db().importMapping.create({ data: { userId, signature: 'titles', mapping: {}, savedAt: new Date() } })
  const lots = { create: { quantity: '1', unitCost: '2', acquiredOn: new Date('2025-01-01') } }
  const holdings = { create: { symbol: 'XYZ', quantity: '1', lots } }
  const adoption = { origin: {}, weights: SPLIT, bands: {}, destination: 'target' }
  const portfolio = await db().portfolio.create({
    include: { accounts: true },
    data: {
      userId,
      name: 'Mine',
      imports: { create: { importedAt: new Date(), files: [], counts: {}, undo: {} } },
      accounts: { create: { name: 'Broker', tax: 'taxable', holdings } },
      adoptions: { create: adoption },
      plans: { create: { name: 'Plan', document: {}, inputHash: 'h' } },
    },
  })
  const accountId = portfolio.accounts[0]?.id ?? ''
  await db().accountLink.create({ data: { portfolioId: portfolio.id, format: 'schwab', externalId: '1', accountId } })
}

async function newUser(): Promise<{ userId: string; email: string }> {
  const email = `${crypto.randomUUID()}@example.test`
  const userId = await createUser(email, await hashPassword(PASSWORD))
  if (!userId) throw new Error('The address is taken')
  return { userId, email }
}

describe('deleteUser', () => {
  it('leaves no row of theirs in any table, and every row of the others', async () => {
    const neighbour = await newUser()
    await fillEveryTable(neighbour.userId)
    const before = await countRows()
    const { userId, email } = await newUser()
    await fillEveryTable(userId)
    const filled = await countRows()
    const untouched = Object.keys(before).filter((table) => filled[table] === before[table] && !SHARED.includes(table))
    expect(untouched, 'a table that this test does not fill yet').toEqual([])

    expect(await deleteUser(userId, PASSWORD)).toBe(true)
    expect(await countRows()).toEqual(before)
    expect(await logIn(email, PASSWORD)).toBeNull()
    expect(await logIn(neighbour.email, PASSWORD)).toBe(neighbour.userId)
  })

  it('wants the password', async () => {
    const { userId, email } = await newUser()
    expect(await deleteUser(userId, 'not the heron at all')).toBe(false)
    expect(await deleteUser(userId, '')).toBe(false)
    expect(await logIn(email, PASSWORD)).toBe(userId)
  })

  it('takes a demo user at a word, and a missing one as done', async () => {
    const { id: demo } = await db().user.create({ data: { demoExpiresAt: new Date() } })
    expect(await deleteUser(demo, '')).toBe(true)
    expect(await db().user.count({ where: { id: demo } })).toBe(0)
    expect(await deleteUser(demo, '')).toBe(true)
  })
})
