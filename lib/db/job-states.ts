import { JOB_NAMES, JOB_SCHEMA, type JobName, openBoss } from '@/lib/db/job-boss'

export interface JobStateCount {
  name: JobName
  state: string
  count: number
}

/** How many jobs of each name are in each state. */
export async function countJobStates(): Promise<JobStateCount[]> {
  const { ask } = await openBoss()
  const sql = `SELECT name, state::text AS state, count(*)::int AS count FROM ${JOB_SCHEMA}.job WHERE name = ANY($1) GROUP BY 1, 2`
  return (await ask(sql, [JOB_NAMES])).rows as unknown as JobStateCount[]
}

/** How the jobs of one name stand. */
export interface JobStanding {
  name: JobName
  /** When one was last done. */
  lastDoneAt: Date | null
  waiting: number
  /** When the next of those that wait is due. */
  nextAt: Date | null
  active: number
  /** Those given up of the last two days, and when and of what the last one of them failed. */
  failed: number
  lastFailedAt: Date | null
  lastFailure: string | null
  /** Of those that wait, so many have failed before. */
  retrying: number
}

const FIGURES = `
  max(completed_on) FILTER (WHERE state = 'completed') AS "lastDoneAt",
  count(*) FILTER (WHERE state < 'active')::int AS "waiting",
  min(start_after) FILTER (WHERE state < 'active') AS "nextAt",
  count(*) FILTER (WHERE state = 'active')::int AS "active",
  count(*) FILTER (WHERE state = 'failed')::int AS "failed",
  max(completed_on) FILTER (WHERE state = 'failed') AS "lastFailedAt",
  (array_agg(output->>'code' ORDER BY completed_on DESC) FILTER (WHERE state = 'failed'))[1] AS "lastFailure",
  count(*) FILTER (WHERE state = 'retry')::int AS "retrying"`

const NEVER: Omit<JobStanding, 'name'> = {
  ...{ lastDoneAt: null, waiting: 0, nextAt: null, active: 0, failed: 0 },
  ...{ lastFailedAt: null, lastFailure: null, retrying: 0 },
}

/** How the jobs stand, each name once, also one that never had any. */
export async function listJobStandings(): Promise<JobStanding[]> {
  const { ask } = await openBoss()
  const { rows } = await ask(`SELECT name, ${FIGURES} FROM ${JOB_SCHEMA}.job WHERE name = ANY($1) GROUP BY name`, [
    JOB_NAMES,
  ])
  return JOB_NAMES.map((name) => ({ ...NEVER, ...rows.find((row) => row.name === name), name }))
}
