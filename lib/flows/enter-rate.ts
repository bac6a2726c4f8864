import 'server-only'
import { type ActionResult, refusal } from '@/lib/core/action-result'
import { findRate } from '@/lib/core/fx'
import { doubtOf, type RateTexts, readRate } from '@/lib/core/rate-fields'
import type { IsoDate } from '@/lib/core/units'
import { listNewestRates, saveRates } from '@/lib/db/fx-rates'

export interface EnterRate extends RateTexts {
  /** The user has seen what speaks against it. */
  confirmed: boolean
}

/**
 * Stores a rate that the user typed, in the place of one of the same pair and day. One that looks like a slip beside the last known rate of the
 * pair is refused with its reason, unless the user has confirmed it.
 */
export async function enterRate(
  userId: string,
  { confirmed, ...texts }: EnterRate,
  { asOf, at }: { asOf: IsoDate; at: Date },
): Promise<ActionResult> {
  const read = readRate(texts, asOf)
  if (!read.ok) return refusal('invalid', { fields: read.fields })
  const last = findRate(await listNewestRates(userId), texts.currency, texts.quote).rate
  const doubt = last === null ? null : doubtOf(read.value.rate, last)
  if (doubt && !confirmed) return refusal('invalid', { fields: { rate: `currencies.doubt.${doubt}` } })
  return saveRates(userId, [read.value], at)
}
