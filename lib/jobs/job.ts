import type { z } from 'zod'
import type { JobName } from '@/lib/db/job-boss'

/** A kind of work that is done beside the requests: at least once, so doing it twice must be the same as once. */
export interface Job {
  name: JobName
  /** So many of them one process works on at a time. */
  atOnce: number
  /** Stops soon after the signal says so and throws; then the job goes to another worker, or to the next try. */
  run: (data: unknown, signal: AbortSignal) => Promise<void>
}

/** A job whose data is of a form. */
export const jobOf = <S extends z.ZodType>(
  name: JobName,
  atOnce: number,
  schema: S,
  run: (data: z.output<S>, signal: AbortSignal) => Promise<void>,
): Job => ({ name, atOnce, run: async (data, signal) => run(schema.parse(data), signal) })
