'use server'

import { revalidatePath } from 'next/cache'
import * as schemas from '@/app/(dashboard)/[portfolioId]/holdings/schemas'
import { userAction } from '@/lib/auth/user-action'
import { countCash } from '@/lib/flows/count-cash'
import { addAccount, editAccount, orderAccounts, removeAccount, restoreAccount } from '@/lib/flows/edit-account'

function refreshed<T>(answer: T): T {
  revalidatePath('/', 'layout')
  return answer
}

export const addAccountAction = userAction(schemas.newAccount, async (user, input) =>
  refreshed(await addAccount(user.id, input)),
)

export const editAccountAction = userAction(schemas.editedAccount, async (user, input) =>
  refreshed(await editAccount(user.id, input)),
)

export const removeAccountAction = userAction(schemas.removedRow, async (user, input) =>
  refreshed(await removeAccount(user.id, input)),
)

export const restoreAccountAction = userAction(schemas.restoredRow, async (user, input) =>
  refreshed(await restoreAccount(user.id, input)),
)

export const orderAccountsAction = userAction(schemas.accountOrder, async (user, input) =>
  refreshed(await orderAccounts(user.id, input)),
)

export const countCashAction = userAction(schemas.cashCounting, async (user, input) =>
  refreshed(await countCash(user.id, input)),
)
