/** A run whose worker has not been heard of for so long is taken for dead. */
export const HEARTBEAT_PATIENCE_MS = 45_000

/** A work of several steps beside the requests, as it is stored: of two workers that ask at the same moment one gets it. */
export interface Run {
  id: string
  /** So many of its steps are worked off, and so many of those failed. */
  done: number
  failed: number
  startedAt: Date
  heartbeatAt: Date
  finishedAt: Date | null
}

export interface RunWorker {
  /** Of the run. */
  id: string
  worker: string
}

export interface RunStep {
  done?: number
  failed?: number
  finishedAt?: Date
}

interface Silence {
  lt: Date
}

interface RunWhere {
  userId: string
  id?: string
  worker?: string
  finishedAt?: Silence | null
  heartbeatAt?: Silence
}

/** What a table of runs can do. */
export interface RunTable<New extends object> {
  updateMany: (args: {
    where: RunWhere
    data: RunStep & { worker?: string; heartbeatAt: Date }
  }) => PromiseLike<{ count: number }>
  createMany: (args: { data: (New & ClaimedRun)[]; skipDuplicates: true }) => PromiseLike<unknown>
  deleteMany: (args: { where: RunWhere }) => PromiseLike<unknown>
}

interface ClaimedRun {
  userId: string
  worker: string
  startedAt: Date
  heartbeatAt: Date
}

export const runFields = {
  ...{ id: true, done: true, failed: true, startedAt: true, heartbeatAt: true, finishedAt: true },
} as const

export const latestFirst = [{ startedAt: 'desc' as const }, { id: 'desc' as const }]

/** Of the rows of runs those that died: not finished, and silent for too long. */
export const deadAt = (at: Date) => ({
  finishedAt: null,
  heartbeatAt: { lt: new Date(at.getTime() - HEARTBEAT_PATIENCE_MS) },
})

/** Whether the worker of a run that is not finished has been silent for too long. */
export const isSilent = ({ heartbeatAt }: Pick<Run, 'heartbeatAt'>, at: Date): boolean =>
  heartbeatAt.getTime() < at.getTime() - HEARTBEAT_PATIENCE_MS

/**
 * Gives the worker this user's run that died, where it stood, or else the new one, if there is any. Nobody gets it while another worker
 * is alive: the table holds one open run of each user.
 */
export async function claimRun<New extends object>(
  userId: string,
  worker: string,
  { table, fresh }: { table: RunTable<New>; fresh: New | null },
  at: Date,
): Promise<void> {
  const taken = await table.updateMany({ where: { userId, ...deadAt(at) }, data: { worker, heartbeatAt: at } })
  if (taken.count > 0 || !fresh) return
  const run = { ...fresh, userId, worker, startedAt: at, heartbeatAt: at }
  await table.createMany({ data: [run], skipDuplicates: true })
}

/** Says that the worker lives, and how far it is; false when the run is no longer its own. */
export async function beatRun(
  userId: string,
  table: Pick<RunTable<never>, 'updateMany'>,
  { id, worker }: RunWorker,
  step: RunStep,
  at: Date,
): Promise<boolean> {
  const { count } = await table.updateMany({
    where: { id, userId, worker, finishedAt: null },
    data: { ...step, heartbeatAt: at },
  })
  return count === 1
}

/** Forgets finished runs from before a time. */
export async function removeRunsBefore(
  userId: string,
  table: Pick<RunTable<never>, 'deleteMany'>,
  before: Date,
): Promise<void> {
  await table.deleteMany({ where: { userId, finishedAt: { lt: before } } })
}
