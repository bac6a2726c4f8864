import type { RateMove } from '@/lib/core/chronology'
import { shifted } from '@/lib/core/day-number'
import type { StoredSeries } from '@/lib/core/feed-series'
import type { Observation } from '@/lib/core/series'
import { lastAt } from '@/lib/core/series-values'
import type { Figure } from '@/lib/core/thesis/figure'
import { newestOf } from '@/lib/core/thesis/known'
import type { Recorded } from '@/lib/core/thesis/record'
import { daysBetween, type IsoDate } from '@/lib/core/units'

const QUARTER_POINT = 0.25
const CUT_EFFECTIVE = '2025-12-11' as IsoDate
/** Values further apart than these days do not say on which day the rate moved. */
const DAILY = 7

/** Every change in a daily series. A change between values that are more than a week apart has no day: the answer is null then. */
function targetMoves(observations: readonly Observation[] | undefined, since: IsoDate): RateMove[] | null {
  if (!observations) return null
  const moves: RateMove[] = []
  for (let i = Math.max(1, firstAfter(observations, since)); i < observations.length; i += 1) {
    const [before, after] = [observations[i - 1] as Observation, observations[i] as Observation]
    if (before.value === after.value) continue
    if (daysBetween(before.date, after.date) > DAILY) return null
    moves.push({ date: after.date, from: before.value, to: after.value })
  }
  return moves
}

const firstAfter = (observations: readonly Observation[], date: IsoDate): number => {
  const at = observations.findIndex((o) => o.date > date)
  return at < 0 ? observations.length : at
}

const bounds = ({ date, from, to }: RateMove): Figure[] => [
  { name: 'targetBefore', value: from, unit: 'percent', date: shifted(date, -1), source: 'DFEDTARU' },
  { name: 'targetAfter', value: to, unit: 'percent', date, source: 'DFEDTARU' },
]

/** "A cut of a quarter point on 10 December": the upper bound of the day after the meeting against the day of it. */
export function decemberCut({ DFEDTARU }: StoredSeries): Recorded | null {
  const [before, after] = [lastAt(DFEDTARU, shifted(CUT_EFFECTIVE, -1)), lastAt(DFEDTARU, CUT_EFFECTIVE)]
  if (!before || after?.date !== CUT_EFFECTIVE || daysBetween(before.date, after.date) > 1) return null
  return {
    verdict: after.value - before.value === -QUARTER_POINT ? 'confirmed' : 'contradicted',
    on: after.date,
    figures: bounds({ date: after.date, from: before.value, to: after.value }),
  }
}

/** "Cuts run beside the end of QT": contradicted from the first rise of the target range after the start; open while it has not moved at all. */
export function cutsBesideEnd({ DFEDTARU }: StoredSeries, start: IsoDate): Recorded | null {
  const moves = targetMoves(DFEDTARU, start)
  const newest = newestOf(DFEDTARU)
  if (!moves || !newest || newest.date <= start) return null
  const hike = moves.find(({ from, to }) => to > from)
  const shown = hike ?? moves.at(-1)
  return {
    verdict: hike ? 'contradicted' : moves.length > 0 ? 'confirmed' : 'open',
    on: newest.date,
    figures: shown ? bounds(shown) : [],
    ...(hike ? { remark: 'hikeSince' } : {}),
  }
}
