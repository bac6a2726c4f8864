'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { NOTE_LENGTH } from '@/app/(dashboard)/settings/people/note-length'
import { confirmedAction } from '@/lib/auth/confirmed-action'
import { userAction } from '@/lib/auth/user-action'
import { noteEvent } from '@/lib/auth/visitor'
import { refusal, success } from '@/lib/core/action-result'
import { withdrawInvitation } from '@/lib/db/invitations'
import { gateEnv } from '@/lib/env'
import { invite } from '@/lib/flows/invite'

const PAGE = '/settings/people'

const newInvitation = z.object({
  key: z.uuid(),
  note: z
    .string()
    .trim()
    .max(NOTE_LENGTH)
    .refine((note) => !/\p{Cc}/u.test(note)),
})

/** Makes an invitation and answers its link, which is never shown again. */
export const inviteAction = confirmedAction(newInvitation, async (user, { key, note }) => {
  if (!user.admin) return refusal('notFound')
  if (gateEnv().REGISTRATION === 'closed') return refusal('forbidden')
  const link = await invite(user.id, { key, note }, new Date())
  if (link === null) return refusal('invalid', { fields: { note: 'people.invitations.tooMany' } })
  await noteEvent(user.id, 'invited')
  revalidatePath(PAGE)
  return success(link)
})

export const withdrawInvitationAction = userAction(z.object({ id: z.uuid() }), async (user, { id }) => {
  const done = user.admin && (await withdrawInvitation(user.id, id))
  revalidatePath(PAGE)
  return done ? success() : refusal('notFound')
})
