import 'server-only'
import type { z } from 'zod'
import { sentFromThisSite } from '@/lib/auth/same-origin'
import { invalid } from '@/lib/auth/user-action'
import { type ActionResult, refusal } from '@/lib/core/action-result'
import { watchAction } from '@/lib/watch-action'

/** A server action for who is not signed in: same site, then the input by its schema, which should be strict, then `run`. */
export function guestAction<S extends z.ZodType, T>(
  schema: S,
  run: (input: z.output<S>) => Promise<ActionResult<T>>,
): (input: z.input<S>) => Promise<ActionResult<T>> {
  const act = async (input: z.input<S>): Promise<ActionResult<T>> => {
    if (!(await sentFromThisSite())) return refusal('forbidden')
    const given = schema.safeParse(input)
    return given.success ? run(given.data) : invalid(given.error)
  }
  return (input) => watchAction(() => act(input))
}
