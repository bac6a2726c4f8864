'use server'

import type { PasskeyQuestion } from '@/app/(auth)/sign-with-passkey'
import { keepChallenge } from '@/lib/auth/challenge-cookie'
import { credentialsSchema } from '@/lib/auth/credentials'
import { takeAttempt } from '@/lib/auth/limits'
import { sentFromThisSite } from '@/lib/auth/same-origin'
import { attemptSignIn } from '@/lib/auth/sign-in-attempt'
import { invalid } from '@/lib/auth/user-action'
import { presentVisitor } from '@/lib/auth/visitor'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { askPasskey, type PasskeyWish } from '@/lib/flows/ask-passkey'
import { HashQueueFull } from '@/lib/flows/hash-queue'
import { logIn } from '@/lib/flows/log-in'
import { relyingParty } from '@/lib/flows/relying-party'

/** Asks for any passkey that its device keeps for this site: it says by itself whose it is. */
export async function askPasskeyAction(): Promise<ActionResult<PasskeyQuestion>> {
  if (!(await sentFromThisSite())) return refusal('forbidden')
  const { address } = await presentVisitor()
  if ((await takeAttempt('challenge', address)) > 0) return refusal('tooMany')
  return ask({ purpose: 'signIn', userId: null })
}

/** Asks for a passkey of the account that this address and password open; which they are is told only then. */
export async function askSecondPasskeyAction(input: unknown): Promise<ActionResult<PasskeyQuestion>> {
  if (!(await sentFromThisSite())) return refusal('forbidden')
  const given = credentialsSchema.safeParse(input)
  if (!given.success) return invalid(given.error)
  const { email, password } = given.data
  try {
    if ((await attemptSignIn(email)).wait > 0) return refusal('tooMany')
    const userId = await logIn(email, password)
    return userId ? await ask({ purpose: 'secondStep', userId }) : refusal('forbidden')
  } catch (error) {
    if (error instanceof HashQueueFull) return refusal('tooMany')
    throw error
  }
}

async function ask(wish: PasskeyWish): Promise<ActionResult<PasskeyQuestion>> {
  const party = relyingParty()
  const asked = party && (await askPasskey(wish, party, new Date()))
  if (!asked) return refusal('notFound')
  await keepChallenge(asked.id)
  return success({ options: asked.options, origin: party.origin })
}
