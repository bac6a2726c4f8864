import { today, type User } from '@/e2e/seed'
import type { Observation } from '@/lib/core/series'
import { daysBefore } from '@/lib/core/units'
import { storeSeriesFiles } from '@/lib/db/series-files'

const DAYS = 400

/** Easing by every measure up to yesterday, as files of this user: the balance sheet grows, the rate falls and is expected to fall. */
export async function giveEasing({ id }: User): Promise<void> {
  const daily = (at: (day: number) => number): Observation[] =>
    Array.from({ length: DAYS }, (_, day) => ({ date: daysBefore(today(), DAYS - day), value: at(day) }))
  const series = {
    WSHOSHO: daily((day) => 6_000_000 + day * 2_000),
    DFF: daily((day) => 5 - day / 150),
    DGS2: daily((day) => 3.5 - day / 150),
  }
  await storeSeriesFiles(id, [{ name: 'easing.csv', series }], new Date())
}
