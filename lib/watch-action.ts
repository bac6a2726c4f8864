import 'server-only'
import { type ActionResult, refusal } from '@/lib/core/action-result'
import { HashQueueFull } from '@/lib/flows/hash-queue'
import { log } from '@/lib/log'
import { countAction } from '@/lib/metrics'

/** Does an act, and counts and logs what came of it, by its code alone. That no password can be hashed now is an answer, not a fault. */
export async function watchAction<T, Current>(
  act: () => Promise<ActionResult<T, Current>>,
): Promise<ActionResult<T, Current>> {
  const began = performance.now()
  let outcome = 'thrown'
  try {
    const result = await act().catch(tooManyIfFull)
    outcome = result.ok ? 'ok' : result.code
    return result
  } finally {
    countAction(outcome)
    log.info({ outcome, ms: Math.round(performance.now() - began) }, 'action')
  }
}

function tooManyIfFull(error: unknown) {
  if (error instanceof HashQueueFull) return refusal('tooMany')
  throw error
}
