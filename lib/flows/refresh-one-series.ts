import 'server-only'
import { checkObservations } from '@/lib/core/check-observations'
import {
  type FailureKind,
  type Feed,
  FIRST_DATE,
  feedSeries,
  type RefusedValue,
  SOURCE_OF,
  type StoredSeriesId,
} from '@/lib/core/feed-series'
import type { Observation } from '@/lib/core/series'
import { daysBefore } from '@/lib/core/units'
import { listFeedStates, newFeedState, saveFeedState } from '@/lib/db/feed-states'
import { findLastBefore } from '@/lib/db/series'
import type { SeriesSetting } from '@/lib/db/series-settings'
import { feedEnv } from '@/lib/env'
import { type FeedAnswer, failed } from '@/lib/feeds/answer'
import { afterFailure, afterSuccess, isOpen } from '@/lib/flows/back-off'
import { fetchSeries } from '@/lib/flows/fetch-series'
import { type FredKey, rememberRefusal, usableKey } from '@/lib/flows/fred-key'
import { noteFailure, storeFetched } from '@/lib/flows/store-series'

/** Values may be revised for so long after they were published. */
const REVISED_DAYS = 60

export interface Refreshing {
  userId: string
  setting: SeriesSetting
  now: () => Date
  signal: AbortSignal
  /** Set once FRED has refused the server's key, which is then not tried again in this run. */
  serverKeyRefused: boolean
}

interface Miss {
  kind: FailureKind
  refused: RefusedValue[]
}

/**
 * Fetches one series from the best feed that answers, and stores what can be believed; false when none did. What a feed or a series
 * does wrong is noted for everybody, what is wrong with a user's key for that user alone.
 */
export async function refreshOneSeries(series: StoredSeriesId, work: Refreshing): Promise<boolean> {
  const newest = await findLastBefore(series, null)
  let missed: Miss | null = null
  for (const feed of feedSeries(series).feeds) {
    if (!work.setting[SOURCE_OF[feed]]) continue
    const key = feed === 'fredApi' ? keyOf(work) : null
    if (feed === 'fredApi' && !key) continue
    const answer = await ask(feed, series, since(newest), key, work)
    if (work.signal.aborted) return false
    const miss: Miss | null = answer.ok
      ? await keep(series, feed, answer, work.now())
      : { kind: answer.failure.kind, refused: [] }
    if (miss === null) return true
    // That one feed was not asked says less than what another one answered.
    if (missed === null || miss.kind !== 'waiting') missed = miss
  }
  if (missed) await noteFailure(series, missed, work.now())
  return false
}

function keyOf({ userId, setting, serverKeyRefused }: Refreshing): FredKey | null {
  const key = usableKey(userId, setting)
  return key && key.sealed === null && serverKeyRefused ? null : key
}

const since = (newest: Observation | null): string => {
  const from = newest && daysBefore(newest.date, REVISED_DAYS)
  return from && from > FIRST_DATE ? from : FIRST_DATE
}

/** Asks a feed, unless it is to be left alone, and notes how it behaved. */
async function ask(
  feed: Feed,
  series: StoredSeriesId,
  from: string,
  key: FredKey | null,
  work: Refreshing,
): Promise<FeedAnswer> {
  const stateOf = async () => (await listFeedStates()).find((state) => state.feed === feed) ?? newFeedState(feed)
  if (!isOpen(await stateOf(), work.now())) return failed('waiting', 'the feed is left alone for a while')
  const call = { since: from, asOf: work.now().toISOString().slice(0, 10), timeoutMs: feedEnv().FEED_TIMEOUT_MS }
  const answer = await fetchSeries(feed, series, key?.key ?? null, { ...call, signal: work.signal })
  if (work.signal.aborted) return answer
  const state = await stateOf()
  await saveFeedState(answer.ok ? afterSuccess(state, work.now()) : afterFailure(state, answer.failure, work.now()))
  if (!answer.ok && answer.failure.kind === 'badKey' && key) await giveUp(key, work)
  return answer
}

async function giveUp(key: FredKey, work: Refreshing): Promise<void> {
  const at = work.now()
  if (key.sealed === null) work.serverKeyRefused = true
  else work.setting = { ...work.setting, keyRefusedAt: at }
  await rememberRefusal(work.userId, key, at)
}

/** Stores what can be believed; a miss when the answer held values and none of them can be. */
async function keep(
  series: StoredSeriesId,
  feed: Feed,
  answer: Extract<FeedAnswer, { ok: true }>,
  at: Date,
): Promise<Miss | null> {
  const first = answer.observations.reduce<Observation | null>((a, b) => (a && a.date < b.date ? a : b), null)
  const before = first && (await findLastBefore(series, first.date))
  const checked = checkObservations(series, answer.observations, before)
  const refused = [...(answer.refused ?? []), ...checked.refused]
  if (checked.good.length === 0 && refused.length > 0) return { kind: 'badAnswer', refused }
  await storeFetched({ series, feed, unit: answer.unit, observations: checked.good, refused, at })
  return null
}
