import type { FailureKind } from '@/lib/core/feed-series'
import type { FeedState } from '@/lib/db/feed-states'
import type { Failure } from '@/lib/feeds/answer'

const MINUTE_MS = 60_000
/** So many failures in a row, and the feed is left alone. */
export const PATIENCE = 3
const LONGEST_MS = 6 * 60 * MINUTE_MS
/** What is about one series or one key says nothing of the feed. */
const PARTICULAR: readonly FailureKind[] = ['refused', 'badKey', 'waiting']

export const isOpen = ({ nextTryAt }: Pick<FeedState, 'nextTryAt'>, at: Date): boolean =>
  nextTryAt === null || nextTryAt <= at

export const afterSuccess = <F extends string>(state: FeedState<F>, at: Date): FeedState<F> => ({
  feed: state.feed,
  ...{ lastTriedAt: at, lastGoodAt: at, failingSince: null, failure: null, failures: 0, nextTryAt: null },
})

/** After the third failure in a row a pause of one minute, doubled with each further one; a pause that the feed asks for, at once. */
export function afterFailure<F extends string>(
  state: FeedState<F>,
  { kind, retryAfter }: Failure,
  at: Date,
): FeedState<F> {
  if (PARTICULAR.includes(kind)) return { ...state, lastTriedAt: at }
  const failures = state.failures + 1
  const asked = retryAfter === undefined ? (kind === 'rateLimited' ? MINUTE_MS : 0) : retryAfter * 1000
  const own = failures < PATIENCE ? 0 : Math.min(LONGEST_MS, MINUTE_MS * 2 ** (failures - PATIENCE))
  const pause = Math.max(asked, own)
  return {
    ...state,
    failures,
    failure: kind,
    lastTriedAt: at,
    failingSince: state.failingSince ?? at,
    nextTryAt: pause > 0 ? new Date(at.getTime() + pause) : null,
  }
}
