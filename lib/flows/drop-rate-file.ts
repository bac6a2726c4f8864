import 'server-only'
import { findRate, type RateQuote } from '@/lib/core/fx'
import { doubtOf, type RateDoubt } from '@/lib/core/rate-fields'
import type { IsoDate } from '@/lib/core/units'
import { listNewestRates, saveRates } from '@/lib/db/fx-rates'
import { type RateFileReading, type RateLine, readRateFile } from '@/lib/formats/rate-file'

export interface DroppedRates {
  /** How many were stored, or would be. */
  count: number
  from: IsoDate | null
  to: IsoDate | null
  fault: Extract<RateFileReading, { ok: false }>['fault'] | null
  problems: RateLine[]
  /** Rates that look like slips beside the last known ones; they are left out. */
  doubted: { text: string; doubt: RateDoubt }[]
}

/** Reads a file of rates and says how, and stores for this user what of it can be believed when it is told to. */
export async function dropRateFile(
  userId: string,
  { text, store }: { text: string; store: boolean },
  { asOf, at }: { asOf: IsoDate; at: Date },
): Promise<DroppedRates> {
  const read = readRateFile(text, asOf)
  const nothing = { count: 0, from: null, to: null, doubted: [] }
  if (!read.ok) return { ...nothing, fault: read.fault, problems: read.problems }
  const last = await listNewestRates(userId)
  const judged = read.rates.map((rate) => ({ rate, doubt: doubtBeside(rate, last) }))
  const good = judged.filter(({ doubt }) => doubt === null).map(({ rate }) => rate)
  if (store) await saveRates(userId, good, at)
  const dates = good.map(({ date }) => date).sort()
  return {
    ...{ count: good.length, from: dates[0] ?? null, to: dates.at(-1) ?? null, fault: null },
    problems: read.problems,
    doubted: judged.flatMap(({ rate: { currency, quote, date }, doubt }) =>
      doubt ? [{ text: `${date} ${currency}/${quote}`, doubt }] : [],
    ),
  }
}

function doubtBeside({ rate, currency, quote }: RateQuote, last: readonly RateQuote[]) {
  const known = findRate(last, currency, quote).rate
  return known === null ? null : doubtOf(rate, known)
}
