import 'server-only'
import type { z } from 'zod'
import { isRecent } from '@/lib/auth/recent'
import type { SessionUser } from '@/lib/auth/session'
import { userAction } from '@/lib/auth/user-action'
import { type ActionResult, refusal } from '@/lib/core/action-result'

/** A `userAction` for what a borrowed screen must not do: it is refused until the user has shown a short while ago who they are. */
export function confirmedAction<S extends z.ZodType, T, Current = never>(
  schema: S,
  run: (user: SessionUser, input: z.output<S>) => Promise<ActionResult<T, Current>>,
): (input: z.input<S>) => Promise<ActionResult<T, Current>> {
  return userAction(schema, async (user, input) => (isRecent(user) ? run(user, input) : refusal('confirm')))
}
