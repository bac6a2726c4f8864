import type { Observation } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'

/** How many observations, in the order of dates, are dated on the day or before it. */
function countUntil(observations: readonly Observation[], date: IsoDate): number {
  let low = 0
  let high = observations.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((observations[middle] as Observation).date <= date) low = middle + 1
    else high = middle
  }
  return low
}

/** The last observation at or before a date; null when there is none. Assumes the order of dates. */
export function lastAt(observations: readonly Observation[] | undefined, date: IsoDate): Observation | null {
  if (!observations) return null
  return observations[countUntil(observations, date) - 1] ?? null
}

/** The mean of the last `count` observations at or before a date, with the date of the newest; null when there are fewer. */
export function meanOfLast(
  observations: readonly Observation[] | undefined,
  date: IsoDate,
  count: number,
): Observation | null {
  if (!observations) return null
  const end = countUntil(observations, date)
  const newest = observations[end - 1]
  if (end < count || !newest) return null
  let total = 0
  for (let i = end - count; i < end; i += 1) total += (observations[i] as Observation).value
  return { date: newest.date, value: total / count }
}
