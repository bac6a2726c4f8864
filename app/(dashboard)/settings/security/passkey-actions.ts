'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { PASSKEY_NAME_LENGTH } from '@/app/(dashboard)/settings/security/passkey-name'
import { keepChallenge, keptChallenge } from '@/lib/auth/challenge-cookie'
import { confirmedAction } from '@/lib/auth/confirmed-action'
import { factorChanged } from '@/lib/auth/factor-changed'
import { takeAttempt } from '@/lib/auth/limits'
import { refusal, success } from '@/lib/core/action-result'
import { removePasskey, renamePasskey } from '@/lib/db/passkeys'
import { addPasskey, askNewPasskey, newPasskeySchema } from '@/lib/flows/add-passkey'
import { relyingParty } from '@/lib/flows/relying-party'

const PAGE = '/settings/security'
/** What a device shows beside the passkey of a user who has no address here. */
const ACCOUNT = 'Tidemark'

const nameSchema = z
  .string()
  .trim()
  .min(1, 'common.field.required')
  .max(PASSKEY_NAME_LENGTH, 'common.field.tooLong')
  .refine((name) => !/\p{Cc}/u.test(name))
/** The id as the device made it: base64url. */
const idSchema = z.string().min(1).max(1400)

/** Asks this device for a new passkey. */
export const askNewPasskeyAction = confirmedAction(z.object({}), async (user) => {
  if (user.demo) return refusal('forbidden')
  if ((await takeAttempt('challenge', user.id)) > 0) return refusal('tooMany')
  const party = relyingParty()
  const asked = party && (await askNewPasskey({ id: user.id, name: user.email ?? ACCOUNT }, party, new Date()))
  if (!asked) return refusal('forbidden')
  await keepChallenge(asked.id)
  return success({ options: asked.options, origin: party.origin })
})

export const addPasskeyAction = confirmedAction(
  z.object({ name: nameSchema, endOthers: z.boolean(), answer: newPasskeySchema }),
  async (user, { name, endOthers, answer }) => {
    const [party, challengeId] = [relyingParty(), await keptChallenge()]
    if (user.demo || !party || !challengeId) return refusal('forbidden')
    if (!(await addPasskey(user.id, { challengeId, name, answer, party }, new Date()))) return refusal('forbidden')
    await factorChanged(user, { kind: 'passkeyAdded', name, endOthers })
    revalidatePath(PAGE)
    return success()
  },
)

export const renamePasskeyAction = confirmedAction(
  z.object({ id: idSchema, name: nameSchema }),
  async (user, { id, name }) => {
    const renamed = await renamePasskey(user.id, id, name)
    revalidatePath(PAGE)
    return renamed ? success() : refusal('notFound')
  },
)

export const removePasskeyAction = confirmedAction(
  z.object({ id: idSchema, endOthers: z.boolean() }),
  async (user, { id, endOthers }) => {
    const name = await removePasskey(user.id, id)
    if (name === null) return refusal('notFound')
    await factorChanged(user, { kind: 'passkeyRemoved', name, endOthers })
    revalidatePath(PAGE)
    return success()
  },
)
