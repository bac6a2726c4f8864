'use server'

import { revalidatePath } from 'next/cache'
import * as schemas from '@/app/(dashboard)/[portfolioId]/holdings/schemas'
import { userAction } from '@/lib/auth/user-action'
import { classifySymbol, forgetSymbol } from '@/lib/flows/classify-symbol'

function refreshed<T>(answer: T): T {
  revalidatePath('/', 'layout')
  return answer
}

export const classifySymbolAction = userAction(schemas.symbolClass, async (user, input) =>
  refreshed(await classifySymbol(user.id, input)),
)

export const forgetSymbolAction = userAction(schemas.forgottenSymbol, async (user, input) =>
  refreshed(await forgetSymbol(user.id, input)),
)
