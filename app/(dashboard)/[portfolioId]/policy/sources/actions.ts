'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { takeAttempt } from '@/lib/auth/limits'
import { userAction } from '@/lib/auth/user-action'
import { refusal, success } from '@/lib/core/action-result'
import { SOURCES } from '@/lib/core/feed-series'
import { removeSeriesFiles } from '@/lib/db/series-files'
import { setSource } from '@/lib/db/series-settings'
import { saveFredKey } from '@/lib/flows/fred-key'
import { startSeriesRefresh } from '@/lib/flows/series-schedule'

const LONGEST_KEY = 200

/** Other pages show what the sources gave. */
const refreshed = () => revalidatePath('/', 'layout')

export const switchSourceAction = userAction(
  z.object({ source: z.enum(SOURCES), on: z.boolean() }),
  async (user, { source, on }) => {
    await setSource(user.id, source, on)
    refreshed()
    return success()
  },
)

/** Stores the user's FRED key, or removes it when the text is empty. The key is never answered. */
export const saveKeyAction = userAction(z.object({ key: z.string().max(LONGEST_KEY) }), async (user, { key }) => {
  if (!(await saveFredKey(user.id, key))) return refusal('invalid', { fields: { key: 'sources.key.wrong' } })
  refreshed()
  return success()
})

/** Starts a refresh, or goes on with one that was interrupted; answers false when one is at work already. */
export const startRefreshAction = userAction(z.object({}), async (user) => {
  if ((await takeAttempt('seriesRefresh', user.id)) > 0) return refusal('tooMany')
  return success(await startSeriesRefresh(user.id, new Date()))
})

export const removeFileAction = userAction(z.object({ id: z.uuid() }), async (user, { id }) => {
  const removed = await removeSeriesFiles(user.id, [id])
  refreshed()
  return removed > 0 ? success() : refusal('notFound')
})

/** Answers how many there were. */
export const removeAllFilesAction = userAction(z.object({}), async (user) => {
  const removed = await removeSeriesFiles(user.id, 'all')
  refreshed()
  return success(removed)
})
