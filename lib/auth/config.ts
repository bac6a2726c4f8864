import 'server-only'
import type { AuthOptions } from 'next-auth'
import { cookieName, cookieOptions, sessionCookie } from '@/lib/auth/cookie'
import { OIDC, oidcConfigs } from '@/lib/auth/oidc'
import { endPresentSession } from '@/lib/auth/open-session'
import { passkeyProvider } from '@/lib/auth/passkey-provider'
import { enterByToken } from '@/lib/auth/provider-sign-in'
import { demoProvider, passwordProvider } from '@/lib/auth/providers'
import { findUser } from '@/lib/auth/session'
import { noteEvent } from '@/lib/auth/visitor'
import type { WaysIn } from '@/lib/auth/ways-in'
import { safePath } from '@/lib/core/safe-path'
import { ABSOLUTE_MS } from '@/lib/db/sessions'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

/** For how long a sign-in at the OpenID provider may take. */
const HANDSHAKE_S = 900

/**
 * NextAuth's settings. Its token carries the id of a session row and nothing else; `lib/auth/session.ts` reads that row on
 * every request. The row is made at the sign-in, and a session that this browser had before ends.
 */
export function authOptions(ways: WaysIn): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: ABSOLUTE_MS / 1000 },
    jwt: { maxAge: ABSOLUTE_MS / 1000 },
    pages: { signIn: '/login', signOut: '/login', error: '/login', verifyRequest: '/login' },
    cookies: cookies(),
    providers: [passwordProvider(ways), demoProvider(ways), passkeyProvider(ways), ...oidcConfigs()],
    callbacks: {
      // The credentials answer with the id of the session that they opened; here the provider's answer is given one too.
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== OIDC) return true
        const entered = await enterByToken(ways, profile)
        if ('sessionId' in entered) user.id = entered.sessionId
        return 'sessionId' in entered ? true : entered.path
      },
      jwt: async ({ user }) => ({ sid: user ? user.id : await presentSessionId() }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        `${baseUrl}${safePath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url)}`,
    },
    // An ended or forged session is an everyday thing, and its text comes from outside.
    logger: {
      error: (code) => code !== 'JWT_SESSION_ERROR' && log.error({ code }, 'The sign-in library met an error.'),
    },
    events: { signOut: endBySignOut },
  }
}

function cookies(): AuthOptions['cookies'] {
  const options = cookieOptions()
  const handshake = { ...options, maxAge: HANDSHAKE_S }
  return {
    sessionToken: { name: sessionCookie(), options },
    callbackUrl: { name: cookieName('callback'), options },
    csrfToken: { name: cookieName('csrf'), options },
    pkceCodeVerifier: { name: cookieName('pkce'), options: handshake },
    state: { name: cookieName('state'), options: handshake },
    nonce: { name: cookieName('nonce'), options: handshake },
  }
}

/** NextAuth takes the throw for an invalid token and clears the cookie. */
async function presentSessionId(): Promise<string> {
  const user = await findUser()
  if (!user) throw new Error('This session has ended')
  return user.sessionId
}

async function endBySignOut(): Promise<void> {
  const userId = await endPresentSession()
  if (userId) await noteEvent(userId, 'signedOut')
}
