'use server'

import { revalidatePath } from 'next/cache'
import * as schemas from '@/app/(dashboard)/[portfolioId]/holdings/schemas'
import { asOf } from '@/lib/auth/clock'
import { userAction } from '@/lib/auth/user-action'
import { addHolding } from '@/lib/flows/add-holding'
import { editHolding } from '@/lib/flows/edit-holding'
import { editLots } from '@/lib/flows/edit-lots'
import { importPaste, previewPaste } from '@/lib/flows/paste-holdings'
import { removeHolding, restoreHolding } from '@/lib/flows/remove-holding'
import { undoImport } from '@/lib/flows/undo-import'

/** Every page of the portfolio computes from its holdings, so all are rendered anew; after a refusal too, to show what is stored now. */
function refreshed<T>(answer: T): T {
  revalidatePath('/', 'layout')
  return answer
}

export const addHoldingAction = userAction(schemas.newHolding, async (user, input) =>
  refreshed(await addHolding(user.id, await asOf(), input)),
)

export const editHoldingAction = userAction(schemas.editedHolding, async (user, input) =>
  refreshed(await editHolding(user.id, await asOf(), input)),
)

export const removeHoldingAction = userAction(schemas.removedRow, async (user, input) =>
  refreshed(await removeHolding(user.id, input)),
)

export const restoreHoldingAction = userAction(schemas.restoredRow, async (user, input) =>
  refreshed(await restoreHolding(user.id, input)),
)

export const editLotsAction = userAction(schemas.editedLots, async (user, input) =>
  refreshed(await editLots(user.id, await asOf(), input)),
)

export const previewPasteAction = userAction(schemas.pastedBlock, async (user, input) =>
  previewPaste(user.id, await asOf(), input),
)

export const importPasteAction = userAction(schemas.importedBlock, async (user, input) =>
  refreshed(await importPaste(user.id, await asOf(), input)),
)

export const undoImportAction = userAction(schemas.undoneImport, async (user, input) =>
  refreshed(await undoImport(user.id, await asOf(), input)),
)
