import { z } from 'zod'
import type { Observation } from '@/lib/core/series'
import { feedEnv } from '@/lib/env'
import { type FeedAnswer, type FeedCall, failed } from '@/lib/feeds/answer'
import { fetchJson } from '@/lib/feeds/fetch-json'
import { dateField, numberOr } from '@/lib/feeds/field'

/** Since 2022-04-18 the statement has a line of its own for the balance at the close of the day. */
const FIRST_DAY = '2022-04-18'
const CLOSING = 'Treasury General Account (TGA) Closing Balance'
const MOST_ROWS = 10_000

const row = z.object({ record_date: dateField, account_type: z.string(), open_today_bal: numberOr('null') })
const statement = z.object({ data: z.array(row), meta: z.object({ 'total-pages': z.int() }) })

/**
 * The Treasury's balance at the Federal Reserve at the close of the day, in millions of dollars, from the Daily Treasury Statement
 * (https://fiscaldata.treasury.gov/datasets/daily-treasury-statement). On the line of the closing balance the column of the
 * closing balance is empty: the amount stands in `open_today_bal`.
 */
export async function fetchTreasury({ since, timeoutMs, signal }: FeedCall): Promise<FeedAnswer> {
  const path = 'services/api/fiscal_service/v1/accounting/dts/operating_cash_balance'
  const url = new URL(path, feedEnv().TREASURY_BASE_URL)
  const from = since < FIRST_DAY ? FIRST_DAY : since
  url.searchParams.set('filter', `record_date:gte:${from},account_type:eq:${CLOSING}`)
  url.searchParams.set('sort', 'record_date')
  url.searchParams.set('page[size]', String(MOST_ROWS))
  const answer = await fetchJson({ url, timeoutMs, signal }, statement)
  if (!answer.ok) return answer
  if (answer.status !== 200) return failed('refused', `status ${answer.status}`)
  if (answer.value.meta['total-pages'] > 1) return failed('badAnswer', 'more than one page')
  const observations = answer.value.data.flatMap(({ record_date: date, account_type, open_today_bal: value }) =>
    account_type === CLOSING && value !== null ? [{ date, value } satisfies Observation] : [],
  )
  return { ok: true, observations, unit: 'millionsOfDollars' }
}
