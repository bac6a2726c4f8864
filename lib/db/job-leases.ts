import { JOB_NAMES, JOB_SCHEMA, type JobName, openBoss } from '@/lib/db/job-boss'

export interface LeasedJob {
  id: string
  name: JobName
  data: unknown
  /** How often it was begun before: tells this lease from a later one of the same job. */
  tries: number
}

/** The names that have a job which is due. */
export async function listDueNames(): Promise<JobName[]> {
  const { ask } = await openBoss()
  const { rows } = await ask(
    `SELECT DISTINCT name FROM ${JOB_SCHEMA}.job WHERE state < 'active' AND start_after < now() AND name = ANY($1)`,
    [JOB_NAMES],
  )
  return rows.map(({ name }) => name as JobName)
}

/** Takes up to so many due jobs of a name, each with a lease: no other worker gets them while it lasts. */
export async function takeJobs(name: JobName, most: number): Promise<LeasedJob[]> {
  const { boss } = await openBoss()
  const jobs = await boss.fetch<object>(name, { batchSize: most, includeMetadata: true })
  return jobs.map(({ id, data, retryCount }) => ({ id, name, data, tries: retryCount }))
}

/** Renews a lease; false when it has run out and the job is another's. */
export async function renewLease({ name, id, tries }: LeasedJob): Promise<boolean> {
  const { ask } = await openBoss()
  const own = `name = $1 AND id = $2 AND state = 'active' AND retry_count = $3`
  const sql = `UPDATE ${JOB_SCHEMA}.job SET started_on = now() WHERE ${own} RETURNING id`
  return (await ask(sql, [name, id, tries])).rows.length === 1
}

/** Says that a job is done; nothing when its lease is over. */
export async function completeJob(job: LeasedJob): Promise<void> {
  const { boss } = await openBoss()
  if (await renewLease(job)) await boss.complete(job.name, job.id)
}

/**
 * Lays a job back, for another try if it has any left; nothing when its lease is over. `code` names what went wrong, without what it was
 * about.
 */
export async function failJob(job: LeasedJob, code: string): Promise<void> {
  const { boss } = await openBoss()
  if (await renewLease(job)) await boss.fail(job.name, job.id, { code })
}

/** Gives the jobs of workers that went silent to others. */
export async function expireLeases(): Promise<void> {
  const { boss } = await openBoss()
  await boss.expire()
}

/** Puts away what was done days ago, and forgets it after a week. */
export async function tidyJobs(): Promise<void> {
  const { boss } = await openBoss()
  await boss.maintain()
}
