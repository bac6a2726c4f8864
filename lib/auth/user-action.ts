import 'server-only'
import { z } from 'zod'
import { sentFromThisSite } from '@/lib/auth/same-origin'
import { findUser, type SessionUser } from '@/lib/auth/session'
import { type ActionResult, type Refusal, refusal } from '@/lib/core/action-result'
import { watchAction } from '@/lib/watch-action'

const MESSAGE_KEY = /^[a-z]\w*(\.\w+)+$/
const ANY_FAULT = 'common.field.invalid'

/** Field messages from a failed parse: a schema names its own by `{ error: 'namespace.key' }`, anything else is "not valid". */
export function invalid(error: z.ZodError): Refusal {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    fields[issue.path.join('.')] ??= MESSAGE_KEY.test(issue.message) ? issue.message : ANY_FAULT
  }
  return refusal('invalid', { fields })
}

/**
 * A server action for a signed-in user: same site, live session, then the input by its schema, then `run`.
 * An object schema refuses unknown keys (nested ones: write `z.strictObject`). It redirects nobody; `run` owns its `where userId`.
 */
export function userAction<S extends z.ZodType, T, Current = never>(
  schema: S,
  run: (user: SessionUser, input: z.output<S>) => Promise<ActionResult<T, Current>>,
): (input: z.input<S>) => Promise<ActionResult<T, Current>> {
  const strict: z.ZodType = schema instanceof z.ZodObject ? schema.strict() : schema
  const act = async (input: z.input<S>): Promise<ActionResult<T, Current>> => {
    if (!(await sentFromThisSite())) return refusal('forbidden')
    const user = await findUser()
    if (!user) return refusal('signedOut')
    const parsed = strict.safeParse(input)
    return parsed.success ? run(user, parsed.data as z.output<S>) : invalid(parsed.error)
  }
  return (input) => watchAction(() => act(input))
}
