import 'server-only'
import type { AuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { cookieName, cookieOptions, sessionCookie } from '@/lib/auth/cookie'
import { credentialsSchema } from '@/lib/auth/credentials'
import { findUser } from '@/lib/auth/session'
import { safePath } from '@/lib/core/safe-path'
import { ABSOLUTE_MS, createSession, revokeSession } from '@/lib/db/sessions'
import { env } from '@/lib/env'

/** The ways in, given by the route: each answers who it is, or null. */
export interface WaysIn {
  byPassword: (email: string, password: string) => Promise<string | null>
  asDemo: () => Promise<string>
}

/**
 * NextAuth's settings. Its token carries the id of a session row and nothing else; `lib/auth/session.ts` reads that row on
 * every request. The row is made here, at the sign-in, and a session that this browser had before ends.
 */
export function authOptions(ways: WaysIn): AuthOptions {
  const options = cookieOptions()
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: ABSOLUTE_MS / 1000 },
    jwt: { maxAge: ABSOLUTE_MS / 1000 },
    pages: { signIn: '/login', signOut: '/login', error: '/login', verifyRequest: '/login' },
    cookies: {
      sessionToken: { name: sessionCookie(), options },
      callbackUrl: { name: cookieName('callback'), options },
      csrfToken: { name: cookieName('csrf'), options },
    },
    providers: [passwordProvider(ways), demoProvider(ways)],
    callbacks: {
      jwt: async ({ user }) => ({ sid: user ? user.id : await presentSessionId() }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        `${baseUrl}${safePath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url)}`,
    },
    // An ended or forged session is an everyday thing, and its text comes from outside.
    logger: { error: (code) => code !== 'JWT_SESSION_ERROR' && console.error('Sign-in:', code) },
    events: { signOut: async () => endPresentSession() },
  }
}

function passwordProvider(ways: WaysIn) {
  return Credentials({
    id: 'password',
    credentials: { email: {}, password: {} },
    authorize: (sent, request) =>
      signIn(request.headers, async () => {
        const given = credentialsSchema.safeParse({ email: sent?.email, password: sent?.password })
        return given.success ? ways.byPassword(given.data.email, given.data.password) : null
      }),
  })
}

function demoProvider(ways: WaysIn) {
  return Credentials({
    id: 'demo',
    credentials: {},
    authorize: (_, request) => signIn(request.headers, ways.asDemo),
  })
}

/** Opens a session for whoever `identify` finds. The text of an error would travel in an address, so it stays here. */
async function signIn(headers: Record<string, unknown> | undefined, identify: () => Promise<string | null>) {
  try {
    const userId = await identify()
    if (!userId) return null
    await endPresentSession()
    return { id: await createSession(userId, String(headers?.['user-agent'] ?? ''), new Date()) }
  } catch (error) {
    console.error('Sign-in failed', error)
    throw new Error(error instanceof Error && error.name === 'HashQueueFull' ? 'TooMany' : 'Unexpected')
  }
}

/** NextAuth takes the throw for an invalid token and clears the cookie. */
async function presentSessionId(): Promise<string> {
  const user = await findUser()
  if (!user) throw new Error('This session has ended')
  return user.sessionId
}

/** Ends the session, if any, of the browser that is being answered. */
async function endPresentSession(): Promise<void> {
  const user = await findUser()
  if (user) await revokeSession(user.id, user.sessionId, new Date())
}
