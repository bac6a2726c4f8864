import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ONE } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { closeBoss, openBoss } from '@/lib/db/job-boss'
import { takeJobs } from '@/lib/db/job-leases'
import { findPriceRun } from '@/lib/db/price-runs'
import { setPriceSource } from '@/lib/db/price-settings'
import { HEARTBEAT_PATIENCE_MS } from '@/lib/db/runs'
import { newPortfolio, newUser } from '@/lib/db/test-users'
import {
  type PriceJob,
  resumePriceRuns,
  startPriceRefresh,
  startPriceRound,
  workPriceJob,
} from '@/lib/flows/price-schedule'
import { Unfinished } from '@/lib/flows/unfinished'
import { openPriceDesk } from '@/scripts/testing/price-desk'

const { desk, contacted } = await openPriceDesk()
const signal = new AbortController().signal

beforeEach(async () => {
  await db().priceSetting.updateMany({ data: { sources: [] } })
  const { boss } = await openBoss()
  await boss.clearStorage()
})
afterAll(closeBoss)

const queued = async (): Promise<PriceJob[]> => (await takeJobs('prices', 20)).map(({ data }) => data as PriceJob)

describe('a round', () => {
  it('asks for those who have a source on, and stands still for the others', async () => {
    await startPriceRound(new Date())
    expect(await queued()).toEqual([])
    await desk.hold('VMFXX')
    await setPriceSource(desk.userId, 'par', true)
    await startPriceRound(new Date())
    const [job, ...more] = await queued()
    expect([job?.userId, more, contacted]).toEqual([desk.userId, [], []])
    if (job) await workPriceJob(job, signal)
    expect((await desk.held('VMFXX')).price).toBe(ONE)
    expect(await queued(), 'one portfolio, and that is done').toEqual([])
    await startPriceRound(new Date())
    expect(await queued(), 'it is fresh').toEqual([])
  })

  it('goes from one portfolio of a user to the next', async () => {
    await setPriceSource(desk.userId, 'par', true)
    const second = await newPortfolio(desk.userId)
    for (const portfolioId of [desk.portfolioId, second]) {
      const account = await db().account.create({ data: { portfolioId, name: 'B', tax: 'taxable' } })
      await db().holding.create({ data: { accountId: account.id, symbol: 'SPAXX', quantity: '1' } })
    }
    await startPriceRound(new Date())
    const jobs: PriceJob[] = []
    for (let [job] = await queued(); job; [job] = await queued()) {
      jobs.push(job)
      await workPriceJob(job, signal)
    }
    expect(jobs).toHaveLength(2)
    for (const id of [desk.portfolioId, second]) expect((await findPriceRun(desk.userId, id))?.finishedAt).toBeTruthy()
  })
})

describe('a refresh that is queued', () => {
  beforeEach(async () => {
    await setPriceSource(desk.userId, 'par', true)
    await desk.hold('VMFXX')
  })
  const start = (at = new Date()) => startPriceRefresh(desk.userId, desk.portfolioId, at)

  it('is one of a user at a time, and of another’s portfolio none', async () => {
    expect((await Promise.all([start(), start(), start()])).filter(Boolean)).toHaveLength(1)
    expect(await queued()).toHaveLength(1)
    const stranger = await newUser()
    await setPriceSource(stranger, 'par', true)
    expect(await startPriceRefresh(stranger, desk.portfolioId, new Date())).toBe(false)
  })

  it('that was stopped says so, and the next try finishes it', async () => {
    await start()
    const [job] = await queued()
    if (!job) throw new Error('no job')
    await expect(workPriceJob(job, AbortSignal.abort())).rejects.toThrow(Unfinished)
    await workPriceJob(job, signal)
    const version = await desk.version()
    await workPriceJob(job, signal)
    expect(await desk.version(), 'done twice is done once').toBe(version)
  })

  it('is queued again when its worker is silent and its job is lost', async () => {
    await start()
    const [lost] = await queued()
    await resumePriceRuns(new Date())
    expect(await queued(), 'not while it may be alive').toEqual([])
    await resumePriceRuns(new Date(Date.now() + HEARTBEAT_PATIENCE_MS + 1000))
    const [job] = await queued()
    expect(job?.worker).not.toBe(lost?.worker)
    if (lost) await workPriceJob(lost, signal)
    expect((await findPriceRun(desk.userId))?.finishedAt, 'the run is not the first one’s any more').toBeNull()
    if (job) await workPriceJob(job, signal)
    expect((await findPriceRun(desk.userId))?.finishedAt).toBeTruthy()
  })
})
