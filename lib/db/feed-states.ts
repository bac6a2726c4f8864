import { z } from 'zod'
import {
  FAILURES,
  type FailureKind,
  FEEDS,
  type Feed,
  type RefusedValue,
  type StoredSeriesId,
} from '@/lib/core/feed-series'
import { db, type Tx } from '@/lib/db/client'

/** How a feed behaves: one of the series, or any other that keeps its state under a name of its own. */
export interface FeedState<F extends string = Feed> {
  feed: F
  lastTriedAt: Date | null
  lastGoodAt: Date | null
  failingSince: Date | null
  failure: FailureKind | null
  /** In a row. */
  failures: number
  /** It is not asked before this. */
  nextTryAt: Date | null
}

/** How the fetching of a series goes. */
export interface SeriesFeed {
  series: StoredSeriesId
  source: string | null
  lastTriedAt: Date | null
  lastGoodAt: Date | null
  failingSince: Date | null
  failure: FailureKind | null
  /** Of the last answer; the first few. */
  refused: RefusedValue[]
}

const failure = z.enum(FAILURES).nullable().catch('badAnswer')
const refusedValues = z
  .array(z.object({ date: z.string(), value: z.number(), reason: z.enum(['otherUnits', 'implausible', 'jump']) }))
  .catch([])

export const newFeedState = <F extends string>(feed: F): FeedState<F> => ({
  feed,
  ...{ lastTriedAt: null, lastGoodAt: null, failingSince: null, failure: null, failures: 0, nextTryAt: null },
})

/** The state of every feed, also of one that was never asked. */
export const listFeedStates = (): Promise<FeedState[]> => findFeedStates(FEEDS)

/** The states of some feeds in their order, also of one that was never asked. */
export async function findFeedStates<F extends string>(feeds: readonly F[]): Promise<FeedState<F>[]> {
  const rows = await db().feedState.findMany({ where: { feed: { in: [...feeds] } } })
  return feeds.map((feed) => {
    const row = rows.find((known) => known.feed === feed)
    return row ? { ...row, feed, failure: failure.parse(row.failure) } : newFeedState(feed)
  })
}

export async function findFeedState<F extends string>(feed: F): Promise<FeedState<F>> {
  const [state] = await findFeedStates([feed])
  return state ?? newFeedState(feed)
}

export async function saveFeedState({ feed, ...state }: FeedState<string>): Promise<void> {
  await db().feedState.upsert({ where: { feed }, create: { feed, ...state }, update: state })
}

/** Of the series that were ever asked for. */
export async function listSeriesFeeds(): Promise<SeriesFeed[]> {
  const rows = await db().seriesFeed.findMany()
  return rows.map((row) => ({
    ...row,
    series: row.series as StoredSeriesId,
    failure: failure.parse(row.failure),
    refused: refusedValues.parse(row.refused) as RefusedValue[],
  }))
}

export async function findSeriesFeed(series: StoredSeriesId): Promise<SeriesFeed | null> {
  return (await listSeriesFeeds()).find((row) => row.series === series) ?? null
}

/** Also the lock that lets two refreshes store a series only one after the other: inside a transaction it comes first. */
export async function saveSeriesFeed({ series, refused, ...state }: SeriesFeed, tx: Tx = db()): Promise<void> {
  const data = { ...state, refused: refused.map((value) => ({ ...value })) }
  await tx.seriesFeed.upsert({ where: { series }, create: { series, ...data }, update: data })
}

/** Runs what belongs together as one: the values of a series and how its fetching went. */
export const storeTogether = (run: (tx: Tx) => Promise<void>): Promise<void> =>
  db().$transaction(run, { maxWait: 10_000, timeout: 30_000 })
