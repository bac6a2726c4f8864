import 'server-only'
import type { ActionResult } from '@/lib/core/action-result'
import { log } from '@/lib/log'
import { countAction } from '@/lib/metrics'

/** Does an act of a signed-in user, and counts and logs what came of it, by its code alone. */
export async function watchAction<R extends ActionResult<unknown, unknown>>(act: () => Promise<R>): Promise<R> {
  const began = performance.now()
  let outcome = 'thrown'
  try {
    const result = await act()
    outcome = result.ok ? 'ok' : result.code
    return result
  } finally {
    countAction(outcome)
    log.info({ outcome, ms: Math.round(performance.now() - began) }, 'action')
  }
}
