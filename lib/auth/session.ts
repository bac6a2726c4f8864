import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { sessionCookie } from '@/lib/auth/cookie'
import { findLiveSession, type SessionUser, touchSession } from '@/lib/db/sessions'
import { env } from '@/lib/env'
import { noteRequestUser } from '@/lib/request-context'

export type { SessionUser }

/** The session id inside a cookie's token, or null when the token is forged, too old or not ours. */
async function sessionIdIn(token: string): Promise<string | null> {
  try {
    const claims = await decode({ token, secret: env().NEXTAUTH_SECRET })
    return typeof claims?.sid === 'string' ? claims.sid : null
  } catch {
    return null
  }
}

/** The signed-in user, from the session's row and not from the cookie, so that a revoked session ends at once; null when there is none. */
export const findUser = cache(async (): Promise<SessionUser | null> => {
  const token = (await cookies()).get(sessionCookie())?.value
  const sessionId = token ? await sessionIdIn(token) : null
  if (!sessionId) return null
  const now = new Date()
  const found = await findLiveSession(sessionId, now)
  if (!found) return null
  noteRequestUser(found.user.id)
  await touchSession(found.user.id, sessionId, found.lastSeenAt, now)
  return found.user
})

/** The signed-in user, or the way to the sign-in page. Every signed-in page calls it first. */
export async function requireUser(): Promise<SessionUser> {
  return (await findUser()) ?? redirect('/login')
}
