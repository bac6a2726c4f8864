import 'server-only'
import type { FailureKind } from '@/lib/core/feed-series'
import type { RateQuote } from '@/lib/core/fx'
import { doubtOf } from '@/lib/core/rate-fields'
import { findFeedState, saveFeedState } from '@/lib/db/feed-states'
import { listNewestRates, saveRates } from '@/lib/db/fx-rates'
import { isEcbOn } from '@/lib/db/fx-settings'
import { fetchEcb } from '@/lib/feeds/ecb'
import { afterFailure, afterSuccess, isOpen } from '@/lib/flows/back-off'

export const ECB_FEED = 'ecb'

export type RatesFetched =
  /** `refused`: rates that leap too far from the last ones to be believed, and were not stored. */
  { ok: true; stored: number; refused: RateQuote[] } | { ok: false; reason: FailureKind | 'off' }

/** Brings the reference rates of the European Central Bank for a user who turned them on; nobody is asked otherwise. */
export async function fetchRates(userId: string, now: () => Date, signal?: AbortSignal): Promise<RatesFetched> {
  if (!(await isEcbOn(userId))) return { ok: false, reason: 'off' }
  const state = await findFeedState(ECB_FEED)
  if (!isOpen(state, now())) return { ok: false, reason: 'waiting' }
  const answer = await fetchEcb(signal)
  if (!answer.ok) {
    await saveFeedState(afterFailure(state, answer.failure, now()))
    return { ok: false, reason: answer.failure.kind }
  }
  await saveFeedState(afterSuccess(state, now()))
  const { good, refused } = sifted(answer.rates, await listNewestRates(userId))
  await saveRates(userId, good, now())
  return { ok: true, stored: good.length, refused }
}

/** The bank always says how much a euro is, so only a leap speaks against a rate of it. */
function sifted(rates: readonly RateQuote[], last: readonly RateQuote[]) {
  const leaps = (rate: RateQuote): boolean => {
    const known = last.find((r) => r.source === 'ecb' && r.currency === rate.currency && r.quote === rate.quote)
    const doubt = known ? doubtOf(rate.rate, known.rate) : null
    return doubt === 'hundredfold' || doubt === 'farOff'
  }
  return { good: rates.filter((rate) => !leaps(rate)), refused: rates.filter(leaps) }
}
