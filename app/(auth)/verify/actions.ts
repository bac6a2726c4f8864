'use server'

import { z } from 'zod'
import { tokenSchema } from '@/app/(auth)/link-token'
import { sentFromThisSite } from '@/lib/auth/same-origin'
import { invalid } from '@/lib/auth/user-action'
import { presentVisitor } from '@/lib/auth/visitor'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { finishVerification } from '@/lib/db/mailbox-links'

const verifySchema = z.strictObject({ token: tokenSchema })

/** Confirms the address that the link was sent to. It may be opened on another device than the one that is signed in. */
export async function verifyAction(input: unknown): Promise<ActionResult> {
  if (!(await sentFromThisSite())) return refusal('forbidden')
  const given = verifySchema.safeParse(input)
  if (!given.success) return invalid(given.error)
  const act = { at: new Date(), visitor: await presentVisitor() }
  return (await finishVerification(given.data.token, act)) ? success() : refusal('notFound')
}
