import 'server-only'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import { emailSchema } from '@/lib/auth/credentials'
import type { OidcIdentity } from '@/lib/db/oidc-identities'
import { gateEnv } from '@/lib/env'

/** The name under which the sign-in library knows the provider, and which is in its addresses. */
export const OIDC = 'oidc'
/** How long the provider may take for one answer. */
const PATIENCE_MS = 8_000

const bare = (address: string): string => address.replace(/\/$/, '')

/** The configured OpenID provider as a screen names it; null when there is none. */
export function oidcProvider(): { issuer: string; name: string } | null {
  const { OIDC_ISSUER, OIDC_NAME } = gateEnv()
  return OIDC_ISSUER ? { issuer: bare(OIDC_ISSUER), name: OIDC_NAME } : null
}

const claimsSchema = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1).max(255),
  email: z.unknown().optional(),
  email_verified: z.unknown().optional(),
})

/**
 * Who an ID token, whose signature was checked, speaks of; null when it is not the configured issuer's. Its address counts only when the
 * provider says that it verified it.
 */
export function identityIn(claims: unknown): (OidcIdentity & { email: string | null }) | null {
  const read = claimsSchema.safeParse(claims)
  if (!read.success || bare(read.data.iss) !== oidcProvider()?.issuer) return null
  const { sub, email, email_verified } = read.data
  const address = email_verified === true ? emailSchema.safeParse(email) : null
  return { issuer: bare(read.data.iss), subject: sub, email: address?.success ? address.data : null }
}

/** The settings of the provider, by its own description; none when nothing is configured. */
export function oidcConfigs(): OAuthConfig<{ sub: string }>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = gateEnv()
  if (!OIDC_ISSUER) return []
  return [
    {
      id: OIDC,
      name: OIDC_NAME,
      type: 'oauth',
      wellKnown: `${bare(OIDC_ISSUER)}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID ?? '',
      clientSecret: OIDC_CLIENT_SECRET ?? '',
      authorization: { params: { scope: 'openid email' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      httpOptions: { timeout: PATIENCE_MS },
      // The library wants some id, and gives up without a word where there is none; `identityIn` is what decides.
      profile: ({ sub }) => ({ id: sub || 'unknown' }),
    },
  ]
}
