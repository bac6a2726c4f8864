import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { closeBoss, JOB_SCHEMA, openBoss } from '@/lib/db/job-boss'
import { completeJob, expireLeases, failJob, listDueNames, renewLease, takeJobs } from '@/lib/db/job-leases'
import { enqueue } from '@/lib/db/job-queue'

beforeEach(async () => {
  const { boss } = await openBoss()
  await boss.clearStorage()
})
afterAll(closeBoss)

/** As if so many seconds had passed for all jobs. */
async function age(seconds: number): Promise<void> {
  const { ask } = await openBoss()
  await ask(
    `UPDATE ${JOB_SCHEMA}.job SET started_on = started_on - $1 * interval '1s', start_after = start_after - $1 * interval '1s'`,
    [seconds],
  )
}

const take = async () => {
  const [job] = await takeJobs('mail', 1)
  if (!job) throw new Error('no job')
  return job
}

describe('the queue', () => {
  it('gives each job to one of those who ask at the same moment', async () => {
    const ids = Array.from({ length: 20 }, () => randomUUID())
    await Promise.all(ids.map((id) => enqueue('mail', { id })))
    const taken = (await Promise.all(Array.from({ length: 8 }, () => takeJobs('mail', 5)))).flat()
    expect(taken.map(({ data }) => (data as { id: string }).id).sort()).toEqual(ids.sort())
    expect(await takeJobs('mail', 5)).toEqual([])
  })

  it('queues one job of a key at a time, and the next once the first is taken', async () => {
    const asked = await Promise.all([1, 2, 3].map(() => enqueue('prices', {}, { key: 'a' })))
    expect(asked.filter(Boolean)).toHaveLength(1)
    expect(await enqueue('prices', {}, { key: 'b' })).toBe(true)
    await takeJobs('prices', 2)
    expect(await enqueue('prices', {}, { key: 'a' })).toBe(true)
  })

  it('has one job of a period, also after it is done', async () => {
    const ask = () => enqueue('priceRound', {}, { once: { everySeconds: 86_400 } })
    expect((await Promise.all([ask(), ask(), ask()])).filter(Boolean)).toHaveLength(1)
    const [job] = await takeJobs('priceRound', 3)
    if (job) await completeJob(job)
    expect(await ask()).toBe(false)
  })

  it('holds a job back until its time', async () => {
    await enqueue('mail', {}, { startAfter: new Date(Date.now() + 60_000) })
    expect(await listDueNames()).toEqual([])
    expect(await takeJobs('mail', 1)).toEqual([])
    await age(61)
    expect(await listDueNames()).toEqual(['mail'])
    expect(await takeJobs('mail', 1)).toHaveLength(1)
  })
})

describe('a lease', () => {
  it('that is renewed lasts, and one that is not gives the job to another', async () => {
    await enqueue('mail', { n: 1 })
    const job = await take()
    await age(15)
    expect(await renewLease(job)).toBe(true)
    await age(15)
    await expireLeases()
    expect(await takeJobs('mail', 1)).toEqual([])
    await age(10)
    await expireLeases()
    expect(await renewLease(job), 'it is not its own any more').toBe(false)
    await age(20)
    const again = await take()
    expect(again).toEqual({ ...job, tries: 1 })
    await failJob(job, 'TooLate')
    await completeJob(job)
    expect(await renewLease(job), 'the first worker cannot touch it').toBe(false)
    expect(await renewLease(again)).toBe(true)
    await completeJob(again)
    await expireLeases()
    expect(await listDueNames()).toEqual([])
  })

  it('fails a job for another try after a while, and in the end for good', async () => {
    await enqueue('mail', {})
    let tries = 0
    for (; tries < 50; tries += 1) {
      await age(4_000)
      const [job] = await takeJobs('mail', 1)
      if (!job) break
      await failJob(job, 'SmtpDown')
      expect(await takeJobs('mail', 1), 'not at once').toEqual([])
    }
    expect(tries).toBe(9)
    const { ask } = await openBoss()
    const { rows } = await ask(`SELECT state, output FROM ${JOB_SCHEMA}.job WHERE name = 'mail'`)
    expect(rows).toEqual([{ state: 'failed', output: { code: 'SmtpDown' } }])
  })
})
