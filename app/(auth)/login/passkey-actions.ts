'use server'

import { z } from 'zod'
import type { PasskeyQuestion } from '@/app/(auth)/sign-with-passkey'
import { keepChallenge } from '@/lib/auth/challenge-cookie'
import { credentialsSchema } from '@/lib/auth/credentials'
import { guestAction } from '@/lib/auth/guest-action'
import { takeAttempt } from '@/lib/auth/limits'
import { attemptSignIn } from '@/lib/auth/sign-in-attempt'
import { presentVisitor } from '@/lib/auth/visitor'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { askPasskey, type PasskeyWish } from '@/lib/flows/ask-passkey'
import { logIn } from '@/lib/flows/log-in'
import { relyingParty } from '@/lib/flows/relying-party'

/** Asks for any passkey that its device keeps for this site: it says by itself whose it is. */
export const askPasskeyAction = guestAction(z.strictObject({}), async () => {
  const { address } = await presentVisitor()
  if ((await takeAttempt('challenge', address)) > 0) return refusal('tooMany')
  return ask({ purpose: 'signIn', userId: null })
})

/** Asks for a passkey of the account that this address and password open; which they are is told only then. */
export const askSecondPasskeyAction = guestAction(credentialsSchema, async ({ email, password }) => {
  if ((await attemptSignIn(email)).wait > 0) return refusal('tooMany')
  const userId = await logIn(email, password)
  return userId ? ask({ purpose: 'secondStep', userId }) : refusal('forbidden')
})

async function ask(wish: PasskeyWish): Promise<ActionResult<PasskeyQuestion>> {
  const party = relyingParty()
  const asked = party && (await askPasskey(wish, party, new Date()))
  if (!asked) return refusal('notFound')
  await keepChallenge(asked.id)
  return success({ options: asked.options, origin: party.origin })
}
