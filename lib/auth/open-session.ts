import 'server-only'
import { findUser } from '@/lib/auth/session'
import { presentVisitor } from '@/lib/auth/visitor'
import { addSecurityEvent } from '@/lib/db/security-events'
import { createSession, revokeSession } from '@/lib/db/sessions'

/** By what a user signed in, as their log tells it. */
export type Way = 'password' | 'passkey' | 'provider' | 'demo'

/** Opens a session for a user who has shown who they are, and ends the one that this browser had; answers its id. */
export async function openSession(userId: string, way: Way): Promise<string> {
  await endPresentSession()
  const [at, visitor] = [new Date(), await presentVisitor()]
  const sessionId = await createSession(userId, visitor.userAgent, at)
  if (way !== 'demo') await addSecurityEvent(userId, { kind: 'signedIn', at, visitor, detail: { way } })
  return sessionId
}

/** Ends the session, if any, of the browser that is being answered, and answers whose it was. */
export async function endPresentSession(): Promise<string | null> {
  const user = await findUser()
  if (user) await revokeSession(user.id, user.sessionId, new Date())
  return user?.id ?? null
}
