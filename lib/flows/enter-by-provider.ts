import 'server-only'
import { createByIdentity, findByIdentity, type OidcIdentity } from '@/lib/db/oidc-identities'
import type { Visitor } from '@/lib/db/security-events'
import { gateEnv } from '@/lib/env'

/**
 * The user of an identity at the OpenID provider; a new one where registration is open and the identity nobody's, else null. `email` is
 * the one that the provider has verified, or null: it finds nobody.
 */
export async function enterByProvider(
  identity: OidcIdentity & { email: string | null },
  visitor: Visitor,
  at: Date,
): Promise<string | null> {
  const known = await findByIdentity(identity)
  if (known || gateEnv().REGISTRATION !== 'open') return known
  return (await createByIdentity(identity, { at, visitor })) ?? findByIdentity(identity)
}
