import type { OtherSeriesId, RefusedValue, StoredSeriesId } from '@/lib/core/feed-series'
import { type Observation, SERIES_IDS, type SeriesId } from '@/lib/core/series'
import { rangeProblem } from '@/lib/core/series-range'

/** Millions of dollars. */
const OTHER_RANGES: Record<OtherSeriesId, readonly [low: number, high: number]> = {
  SOMA_BILLS: [0, 8_000_000],
  SOMA_TOTAL: [300_000, 30_000_000],
  REPO_TOTAL: [0, 2_000_000],
  TGA_CLOSE: [6_000, 6_000_000],
}

/** Levels whose neighbours are alike. Overnight repos may be 0 one day and 50 billion the next. */
const SMOOTH: readonly StoredSeriesId[] = [
  ...(['WALCL', 'WSHOSHO', 'TREAST', 'WRESBAL', 'WTREGEN', 'WDTGAL', 'TGA_CLOSE', 'SOMA_TOTAL'] as const),
  ...(['HOUST', 'PAYEMS', 'CPIAUCSL'] as const),
]
/** None of them ever moved more than sixfold between two observations; a change of units moves them by 1,000. */
const JUMP = 100

export interface Checked {
  good: Observation[]
  refused: RefusedValue[]
}

/**
 * Parts what may be stored from what may not, in the order of dates. `before` is the newest stored value ahead of them, if any.
 * A leap is measured from the last value that was believed, so that one bad value does not condemn the next.
 */
export function checkObservations(
  series: StoredSeriesId,
  observations: readonly Observation[],
  before: Observation | null = null,
): Checked {
  const smooth = SMOOTH.includes(series)
  const checked: Checked = { good: [], refused: [] }
  let last = before
  for (const observation of [...observations].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const reason = outOfRange(series, observation) ?? (smooth && jumps(last, observation) ? 'jump' : null)
    if (reason) checked.refused.push({ ...observation, reason })
    else {
      checked.good.push(observation)
      last = observation
    }
  }
  return checked
}

const isFred = (series: StoredSeriesId): series is SeriesId => (SERIES_IDS as readonly string[]).includes(series)

function outOfRange(series: StoredSeriesId, { date, value }: Observation): RefusedValue['reason'] | null {
  if (isFred(series)) return rangeProblem(series, date, value)?.problem ?? null
  const [low, high] = OTHER_RANGES[series]
  return value >= low && value <= high ? null : 'implausible'
}

function jumps(before: Observation | null, { value }: Observation): boolean {
  if (!before) return false
  const ratio = Math.abs(value / before.value)
  return ratio > JUMP || ratio < 1 / JUMP
}
