import 'server-only'
import { cookies } from 'next/headers'
import { encode } from 'next-auth/jwt'
import { cookieOptions, sessionCookie } from '@/lib/auth/cookie'
import { ABSOLUTE_MS, rotateSession, type SessionUser } from '@/lib/db/sessions'
import { env } from '@/lib/env'

/**
 * Gives the session that is being answered a new id, as a session has to have whenever it comes to be trusted more, and counts it as
 * confirmed; answers the id, or null when the session has ended meanwhile. The old id opens nothing any more. For server actions and
 * route handlers: it sets the cookie.
 */
export async function raiseSession(user: SessionUser, at: Date): Promise<string | null> {
  const sid = await rotateSession(user.id, user.sessionId, at)
  if (!sid) return null
  const maxAge = ABSOLUTE_MS / 1000
  const value = await encode({ token: { sid }, secret: env().NEXTAUTH_SECRET, maxAge })
  const jar = await cookies()
  jar.set(sessionCookie(), value, { ...cookieOptions(), maxAge })
  return sid
}
