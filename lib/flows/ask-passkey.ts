import 'server-only'
import { generateAuthenticationOptions, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { type ChallengePurpose, createChallenge } from '@/lib/db/challenges'
import { listPasskeyIds } from '@/lib/db/passkeys'
import type { RelyingParty } from '@/lib/flows/relying-party'

/** What the browser hands to the device, and the challenge's id, which goes into a cookie of that browser. */
export interface Asked<Options> {
  id: string
  options: Options
}

/** Who is asked, and what for. */
export type PasskeyWish =
  | { purpose: Extract<ChallengePurpose, 'signIn'>; userId: null }
  | { purpose: Extract<ChallengePurpose, 'secondStep' | 'confirm'>; userId: string }

/**
 * Asks for a signature by a passkey. Alone it has to know its owner too, by a finger or a number; beside a password its being there is
 * enough. A user's own passkeys are named only once it is known whom they belong to; null when there is none.
 */
export async function askPasskey(
  { purpose, userId }: PasskeyWish,
  party: RelyingParty,
  at: Date,
): Promise<Asked<PublicKeyCredentialRequestOptionsJSON> | null> {
  const known = userId === null ? null : await listPasskeyIds(userId)
  if (known?.length === 0) return null
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    userVerification: purpose === 'secondStep' ? 'preferred' : 'required',
    ...(known && { allowCredentials: known }),
  })
  return { id: await createChallenge({ challenge: options.challenge, purpose, userId }, at), options }
}
