import { randomUUID } from 'node:crypto'
import { type JobName, LEASE_S, openBoss, QUEUES } from '@/lib/db/job-boss'

export type { JobName }

interface When {
  /** Of jobs with the same key only one waits at a time. */
  key?: string
  startAfter?: Date
  /** At most one job of the name in each period of so many seconds, whoever asks. */
  once?: { everySeconds: number }
}

const kept = globalThis as { tidemarkNudge?: () => void }

/** Is called whenever this process has queued a job: a worker beside it need not wait for its next look. */
export function onEnqueued(nudge: (() => void) | undefined): void {
  kept.tidemarkNudge = nudge
}

/**
 * Queues a job, to be done at least once by whichever process works. True when it is queued, false when one like it waits already (`key`),
 * or the period has had its job (`once`). Data at rest here is readable by who can read the database: nothing secret in clear.
 */
export async function enqueue(name: JobName, data: object, { key, startAfter, once }: When = {}): Promise<boolean> {
  const { boss } = await openBoss()
  const id = await boss.send(name, data, {
    ...QUEUES[name],
    expireInSeconds: LEASE_S,
    singletonKey: key ?? (once ? name : randomUUID()),
    ...(startAfter && { startAfter }),
    ...(once && { singletonSeconds: once.everySeconds }),
  })
  if (id !== null) kept.tidemarkNudge?.()
  return id !== null
}
