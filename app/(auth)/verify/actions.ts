'use server'

import { z } from 'zod'
import { tokenSchema } from '@/app/(auth)/link-token'
import { guestAction } from '@/lib/auth/guest-action'
import { presentVisitor } from '@/lib/auth/visitor'
import { refusal, success } from '@/lib/core/action-result'
import { finishVerification } from '@/lib/db/mailbox-links'

const verifySchema = z.strictObject({ token: tokenSchema })

/** Confirms the address that the link was sent to. It may be opened on another device than the one that is signed in. */
export const verifyAction = guestAction(verifySchema, async ({ token }) => {
  const act = { at: new Date(), visitor: await presentVisitor() }
  return (await finishVerification(token, act)) ? success() : refusal('notFound')
})
