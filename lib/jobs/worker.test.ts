import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { closeBoss, openBoss } from '@/lib/db/job-boss'
import { enqueue } from '@/lib/db/job-queue'
import { listJobStandings } from '@/lib/db/job-states'
import { findPriceRun } from '@/lib/db/price-runs'
import { setPriceSource } from '@/lib/db/price-settings'
import { createDemoRow } from '@/lib/db/users'
import { startPriceRefresh } from '@/lib/flows/price-schedule'
import { openPriceDesk } from '@/scripts/testing/price-desk'

const SYMBOLS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L']
const START_MS = 60_000
const RESUMED_MS = 60_000
const DRAINED_MS = 10_000

const { desk } = await openPriceDesk()
const workers: ChildProcess[] = []

beforeEach(async () => {
  await db().priceSetting.updateMany({ data: { sources: [] } })
  const { boss } = await openBoss()
  await boss.clearStorage()
})
afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill('SIGKILL')
})
afterAll(closeBoss)

/** A worker as `npm run worker` starts one, on the database of these tests. */
function startWorkerProcess(): ChildProcess {
  const env = { ...process.env, TIDEMARK_DATA: tmpdir(), METRICS_PORT: '', FEED_TIMEOUT_MS: '5000' }
  const worker = spawn(process.execPath, ['scripts/worker.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  workers.push(worker)
  return worker
}

const isFinished = async () => (await findPriceRun(desk.userId))?.finishedAt != null
const untilAsked = (times: number) =>
  vi.waitFor(() => expect(desk.stubs.requests.length).toBeGreaterThanOrEqual(times), { timeout: START_MS })

it('goes on with a refresh whose worker ended or was killed, and does nothing twice', async () => {
  await setPriceSource(desk.userId, 'yahoo', true)
  desk.stubs.wrongs.set('yahoo', 'slow')
  for (const symbol of SYMBOLS) {
    await desk.hold(symbol, { price: '100' })
    desk.stubs.prices.yahoo.set(symbol, { price: '101' })
  }
  const version = (await desk.version()) ?? 0
  expect(await startPriceRefresh(desk.userId, desk.portfolioId, new Date())).toBe(true)

  const ended = startWorkerProcess()
  await untilAsked(2)
  let began = Date.now()
  ended.kill('SIGTERM')
  const [code] = await once(ended, 'exit')
  expect([code, Date.now() - began < DRAINED_MS]).toEqual([0, true])
  expect(await isFinished()).toBe(false)

  const killed = startWorkerProcess()
  await untilAsked(5)
  killed.kill('SIGKILL')
  began = Date.now()
  expect(await isFinished()).toBe(false)
  startWorkerProcess()
  startWorkerProcess()
  await vi.waitFor(async () => expect(await isFinished()).toBe(true), { timeout: RESUMED_MS, interval: 250 })
  expect(Date.now() - began).toBeLessThan(RESUMED_MS)

  expect(await desk.version(), 'taken over once').toBe(version + 1)
  const asked = SYMBOLS.map((symbol) => desk.stubs.requests.filter((path) => path.includes(`/${symbol}?`)).length)
  expect(asked.every((times) => times >= 1)).toBe(true)
  const again = asked.reduce((sum, times) => sum + times - 1, 0)
  expect(again, 'the two that were on their way when their worker went').toBeLessThanOrEqual(2)
  expect(await db().priceQuote.count({ where: { userId: desk.userId } })).toBe(SYMBOLS.length)
}, 240_000)

it('does each round once, whoever else is at work', async () => {
  const over = await createDemoRow(new Date(Date.now() - 1000))
  startWorkerProcess()
  startWorkerProcess()
  const gone = () => db().user.count({ where: { id: over } })
  await vi.waitFor(async () => expect(await gone()).toBe(0), { timeout: START_MS, interval: 250 })
  const { ask } = await openBoss()
  const rounds = 'SELECT name, count(*)::int AS times FROM pgboss.job GROUP BY 1 ORDER BY 1'
  const once = ['cleanUp', 'priceRound', 'rateRound', 'seriesRound'].map((name) => ({ name, times: 1 }))
  await vi.waitFor(async () => expect((await ask(rounds)).rows).toEqual(once), { timeout: START_MS })
}, 120_000)

it('tries a job of a wrong form again and gives it up in the end, with a mark', async () => {
  await enqueue('mail', { no: 'mail' })
  const { ask } = await openBoss()
  startWorkerProcess()
  const mail = async () => (await listJobStandings()).find(({ name }) => name === 'mail')
  await vi.waitFor(async () => expect(await mail()).toMatchObject({ retrying: 1, failed: 0 }), { timeout: START_MS })
  await ask(`UPDATE pgboss.job SET retry_limit = 1, start_after = now() WHERE name = 'mail'`)
  await vi.waitFor(async () => expect(await mail()).toMatchObject({ failed: 1, lastFailure: 'ZodError' }), {
    timeout: START_MS,
  })
}, 120_000)
