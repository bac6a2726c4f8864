'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { userAction } from '@/lib/auth/user-action'
import { undoPositionsImport as undo } from '@/lib/flows/undo-positions-import'

const undoneImport = z.strictObject({ portfolioId: z.uuid(), importId: z.uuid() })

/** Every page of the portfolio computes from its holdings, so all are rendered anew; after a refusal too, to show what is stored now. */
export const undoPositionsImport = userAction(undoneImport, async (user, input) => {
  const answer = await undo(user.id, input, new Date())
  revalidatePath('/', 'layout')
  return answer
})
