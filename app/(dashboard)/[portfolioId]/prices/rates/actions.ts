'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { LONGEST_RATE_FILE } from '@/app/(dashboard)/[portfolioId]/prices/rates/limits'
import { asOf } from '@/lib/auth/clock'
import { takeAttempt } from '@/lib/auth/limits'
import { userAction } from '@/lib/auth/user-action'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { MONEY_CURRENCIES } from '@/lib/core/currency'
import type { FailureKind } from '@/lib/core/feed-series'
import { fxRate, isoDate } from '@/lib/core/units'
import { removeRate, saveRates } from '@/lib/db/fx-rates'
import { setEcb } from '@/lib/db/fx-settings'
import { dropRateFile } from '@/lib/flows/drop-rate-file'
import { enterRate } from '@/lib/flows/enter-rate'
import { fetchRates } from '@/lib/flows/fetch-rates'

const money = z.enum(MONEY_CURRENCIES)
const typed = z.string().max(100)

/** Values everywhere are of these rates. */
function refreshed<T>(answer: T): T {
  revalidatePath('/', 'layout')
  return answer
}

const rateTexts = z.strictObject({ currency: money, quote: money, rate: typed, date: typed, confirmed: z.boolean() })

export const enterRateAction = userAction(rateTexts, async (user, texts) =>
  refreshed(await enterRate(user.id, texts, { asOf: await asOf(), at: new Date() })),
)

/** Only what the user brought in can be removed; what is fetched comes again. */
const ownRate = z.strictObject({
  ...{ currency: money, quote: money, source: z.enum(['manual', 'file']) },
  date: z.string().transform((text, context) => {
    const date = isoDate(text)
    if (date) return date
    context.addIssue({ code: 'custom', message: 'common.field.invalid' })
    return z.NEVER
  }),
})

export const removeRateAction = userAction(ownRate, async (user, key) => refreshed(await removeRate(user.id, key)))

/** Takes a removal back. */
export const restoreRateAction = userAction(
  ownRate.extend({ rate: z.bigint().positive().transform(fxRate) }),
  async (user, rate) => refreshed(await saveRates(user.id, [rate], new Date())),
)

export const dropRateFileAction = userAction(
  z.object({ text: z.string().max(LONGEST_RATE_FILE), store: z.boolean() }),
  async (user, input) => {
    const read = await dropRateFile(user.id, input, { asOf: await asOf(), at: new Date() })
    return success(input.store ? refreshed(read) : read)
  },
)

export const switchEcbAction = userAction(z.object({ on: z.boolean() }), async (user, { on }) => {
  await setEcb(user.id, on)
  return refreshed(success())
})

export type FetchAnswer =
  | { kind: 'stored'; count: number; refused: number }
  | { kind: 'failed'; reason: FailureKind | 'off' }

/** Asks the source once, now. That it failed is an answer, not a refusal. */
export const fetchRatesAction = userAction(z.object({}), async (user): Promise<ActionResult<FetchAnswer>> => {
  if ((await takeAttempt('rateRefresh', user.id)) > 0) return refusal('tooMany')
  const fetched = await fetchRates(user.id, () => new Date())
  return refreshed(
    success<FetchAnswer>(
      fetched.ok
        ? { kind: 'stored', count: fetched.stored, refused: fetched.refused.length }
        : { kind: 'failed', reason: fetched.reason },
    ),
  )
})
