import 'server-only'
import { takeLinkWish } from '@/lib/auth/link-wish'
import { identityIn } from '@/lib/auth/oidc'
import { openSession } from '@/lib/auth/open-session'
import { findUser, type SessionUser } from '@/lib/auth/session'
import { presentVisitor } from '@/lib/auth/visitor'
import { wayChanged } from '@/lib/auth/way-changed'
import type { WaysIn } from '@/lib/auth/ways-in'
import { linkIdentity, type OidcIdentity } from '@/lib/db/oidc-identities'

/** The session of who came back from the OpenID provider, or the page that says why there is none. */
export type Entered = { sessionId: string } | { path: string }

/**
 * Lets in whom the provider's answer names. When the signed-in user asked a moment ago to link the provider, the answer is linked to
 * them instead and their session stays.
 */
export async function enterByToken(ways: WaysIn, claims: unknown): Promise<Entered> {
  const identity = identityIn(claims)
  if (!identity) return { path: '/login?error=OAuthCallback' }
  const present = await findUser()
  if (present && (await takeLinkWish(present))) return linkTo(present, identity)
  const userId = await ways.byProvider(identity, await presentVisitor(), new Date())
  return userId ? { sessionId: await openSession(userId, 'provider') } : { path: '/login?error=AccessDenied' }
}

async function linkTo(user: SessionUser, identity: OidcIdentity): Promise<Entered> {
  if (!(await linkIdentity(user.id, identity, new Date()))) return { path: '/settings/security?notice=providerTaken' }
  await wayChanged(user, 'providerLinked')
  return { sessionId: user.sessionId }
}
