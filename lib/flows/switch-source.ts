import 'server-only'
import type { Source } from '@/lib/core/feed-series'
import { setSource } from '@/lib/db/series-settings'
import { armSeriesSchedule } from '@/lib/flows/series-schedule'

/** Turns a source on or off for a user; the clock runs only while it has something to do. */
export async function switchSource(userId: string, source: Source, on: boolean): Promise<void> {
  await setSource(userId, source, on)
  await armSeriesSchedule()
}
