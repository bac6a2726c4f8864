'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { userAction } from '@/lib/auth/user-action'
import { undoArchiveImport } from '@/lib/flows/import-archive'

const ids = z.array(z.uuid()).max(10_000)
const names = z.array(z.string().max(10_000)).max(10_000)
const undo = z.object({
  importedAt: z.iso.datetime(),
  portfolios: ids,
  models: ids,
  classes: names,
  mappings: names,
  seriesFiles: ids,
  seriesSetting: z.boolean(),
  priceSetting: z.boolean(),
})

/** Takes back what an archive brought. */
export const undoArchiveAction = userAction(undo, async (user, given) => {
  const result = await undoArchiveImport(user.id, given, new Date())
  revalidatePath('/', 'layout')
  return result
})
