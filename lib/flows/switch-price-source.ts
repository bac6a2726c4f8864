import 'server-only'
import type { PriceFeed } from '@/lib/core/price-feeds'
import { setPriceSource } from '@/lib/db/price-settings'
import { armPriceSchedule } from '@/lib/flows/price-schedule'

/** Turns a price source on or off for a user; the clock runs only while it has something to do. */
export async function switchPriceSource(userId: string, source: PriceFeed, on: boolean): Promise<void> {
  await setPriceSource(userId, source, on)
  await armPriceSchedule()
}
