import 'server-only'
import { openSession, type Way } from '@/lib/auth/open-session'
import { isDatabaseBusy } from '@/lib/db/connection-errors'
import { log } from '@/lib/log'

/** Why a sign-in was not refused but not granted either; the sign-in form has a sentence or a second step for each. */
type Reason = 'TooMany' | 'SecondFactor' | 'WrongCode'

export class NotYet extends Error {
  constructor(readonly reason: Reason) {
    super(reason)
  }
}

/** Opens a session for whoever `identify` finds. The text of an error would travel in an address, so it stays here. */
export async function enter(way: Way, identify: () => Promise<string | null>): Promise<{ id: string } | null> {
  try {
    const userId = await identify()
    return userId ? { id: await openSession(userId, way) } : null
  } catch (error) {
    throw new Error(wordFor(error))
  }
}

function wordFor(error: unknown): string {
  if (error instanceof NotYet) return error.reason
  const name = error instanceof Error ? error.name : 'unknown'
  if (name === 'HashQueueFull') return 'TooMany'
  log.error({ code: name }, 'A sign-in failed.')
  return isDatabaseBusy(error) ? 'Unavailable' : 'Unexpected'
}
