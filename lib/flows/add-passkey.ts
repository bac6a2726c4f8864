import 'server-only'
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { createChallenge, takeChallenge } from '@/lib/db/challenges'
import { createPasskey, listPasskeyIds, type NewPasskey } from '@/lib/db/passkeys'
import type { Asked } from '@/lib/flows/ask-passkey'
import type { RelyingParty } from '@/lib/flows/relying-party'

/** Passkeys of one user. */
export const MOST_PASSKEYS = 20
const LONGEST = 16_384
const text = z.string().max(LONGEST)

/** A new passkey as browsers write it; what else they add is left out. */
export const newPasskeySchema = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(32)).max(8).optional(),
  }),
})

interface Owner {
  id: string
  /** What the device shows beside the passkey. */
  name: string
}

/** Asks a device for a new passkey; null when the user has as many as one may have. Devices that have one already say so. */
export async function askNewPasskey(
  { id, name }: Owner,
  party: RelyingParty,
  at: Date,
): Promise<Asked<PublicKeyCredentialCreationOptionsJSON> | null> {
  const known = await listPasskeyIds(id)
  if (known.length >= MOST_PASSKEYS) return null
  const options = await generateRegistrationOptions({
    rpName: 'Tidemark',
    rpID: party.id,
    userName: name,
    userID: new TextEncoder().encode(id),
    attestationType: 'none',
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const challenge = { challenge: options.challenge, purpose: 'addPasskey', userId: id } as const
  return { id: await createChallenge(challenge, at), options }
}

export interface NewPasskeyAnswer {
  /** The id of the challenge, from the browser's cookie. */
  challengeId: string
  name: string
  answer: z.output<typeof newPasskeySchema>
  party: RelyingParty
}

/** Stores the passkey that a device made for this user's challenge; false when it does not fit, or is known already. */
export async function addPasskey(userId: string, given: NewPasskeyAnswer, at: Date): Promise<boolean> {
  const challenge = await takeChallenge(given.challengeId, ['addPasskey'], at)
  if (challenge?.userId !== userId) return false
  const made = await verify(given, challenge.challenge)
  return made !== null && createPasskey(userId, made, at)
}

async function verify(given: NewPasskeyAnswer, expectedChallenge: string): Promise<NewPasskey | null> {
  const { transports = [], ...rest } = given.answer.response
  const response: RegistrationResponseJSON = { ...given.answer, response: rest, clientExtensionResults: {} }
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: given.party.origin,
      expectedRPID: given.party.id,
    })
    if (!verified) return null
    const { credential, credentialBackedUp } = registrationInfo
    const { id, publicKey, counter } = credential
    return { id, publicKey, counter: BigInt(counter), transports, name: given.name, backedUp: credentialBackedUp }
  } catch {
    // The library throws for whatever does not fit.
    return null
  }
}
