import 'server-only'
import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import { type Challenge, type ChallengePurpose, takeChallenge } from '@/lib/db/challenges'
import { findPasskey, notePasskeyUse, type StoredPasskey } from '@/lib/db/passkeys'
import type { RelyingParty } from '@/lib/flows/relying-party'

const LONGEST = 4096
const text = z.string().max(LONGEST)

/** A device's answer as browsers write it; what else they add is left out. */
export const passkeyAnswerSchema = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.optional(),
  }),
})

export interface PasskeyAnswer {
  /** The id of the challenge, from the browser's cookie. */
  challengeId: string
  purposes: readonly ChallengePurpose[]
  answer: z.output<typeof passkeyAnswerSchema>
  party: RelyingParty
}

/** Whose passkey signed the challenge; null when the challenge is used up, over or another browser's, or the signature is not good. */
export async function answerPasskey(given: PasskeyAnswer, at: Date): Promise<string | null> {
  const challenge = await takeChallenge(given.challengeId, given.purposes, at)
  if (!challenge) return null
  const passkey = await findPasskey(given.answer.id)
  if (!passkey || (challenge.userId !== null && challenge.userId !== passkey.userId)) return null
  if (!belongs(given.answer.response.userHandle, passkey.userId)) return null
  const verified = await verify(given, challenge, passkey)
  return verified && (await notePasskeyUse(passkey, verified, at)) ? passkey.userId : null
}

/** The device, too, knows whose passkey it is (WebAuthn 2, 7.2, step 6). */
const belongs = (handle: string | undefined, userId: string): boolean =>
  !handle || Buffer.from(handle, 'base64url').toString('utf8') === userId

/** The signature, the address it was made at, and a counter that goes up: a copied passkey would be behind. */
async function verify({ answer, party }: PasskeyAnswer, { challenge, purpose }: Challenge, passkey: StoredPasskey) {
  const response: AuthenticationResponseJSON = {
    id: answer.id,
    rawId: answer.rawId,
    type: answer.type,
    clientExtensionResults: {},
    response: { ...answer.response, ...(!answer.response.userHandle && { userHandle: undefined }) },
  }
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: purpose !== 'secondStep',
      credential: { id: passkey.id, publicKey: passkey.publicKey, counter: Number(passkey.counter) },
    })
    if (!verified) return null
    return { counter: BigInt(authenticationInfo.newCounter), backedUp: authenticationInfo.credentialBackedUp }
  } catch {
    // The library throws for whatever does not fit: another address, an older counter, a text that is no answer.
    return null
  }
}
