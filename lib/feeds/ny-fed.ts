import { z } from 'zod'
import type { Observation } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'
import { feedEnv } from '@/lib/env'
import type { Failed, FeedAnswer, FeedCall, Fetched } from '@/lib/feeds/answer'
import { fetchJson } from '@/lib/feeds/fetch-json'
import { dateField, numberField, numberOr } from '@/lib/feeds/field'
import { scaled } from '@/lib/feeds/units'

const MILLIONTH = 1e-6
const DAY_MS = 86_400_000
/** The first day of the rate, and of the standing repo facility, ahead of which repos were another instrument. */
const FIRST_SOFR = '2018-04-02'
const FIRST_REPO = '2021-07-28'
const later = (a: string, b: string): string => (a < b ? b : a)

const somaRow = z.object({ asOfDate: dateField, bills: numberOr(''), total: numberOr('') })
const soma = z.object({ soma: z.object({ summary: z.array(somaRow) }) })
const operation = z.object({
  operationDate: dateField,
  operationType: z.string(),
  auctionStatus: z.string(),
  totalAmtAccepted: numberOr(''),
})
const repo = z.object({ repo: z.object({ operations: z.array(operation) }) })
const rates = z.object({
  refRates: z.array(z.object({ effectiveDate: dateField, type: z.literal('SOFR'), percentRate: numberField })),
})

/** What the Federal Reserve Bank of New York publishes, https://markets.newyorkfed.org/static/docs/markets-api.html. No key. */
export function fetchNyFed(
  series: 'SOMA_BILLS' | 'SOMA_TOTAL' | 'REPO_TOTAL' | 'SOFR',
  call: FeedCall,
): Promise<FeedAnswer> {
  if (series === 'SOFR') return fetchSofr(call)
  if (series === 'REPO_TOTAL') return fetchRepos(call)
  return fetchSoma(series === 'SOMA_BILLS' ? 'bills' : 'total', call)
}

/** Holdings of the System Open Market Account at par, weekly. The summary holds all weeks; amounts are dollars as text. */
async function fetchSoma(column: 'bills' | 'total', call: FeedCall): Promise<FeedAnswer> {
  const answer = await ask('api/soma/summary.json', soma, call)
  if (!answer.ok) return answer
  const rows = answer.value.soma.summary.filter(({ asOfDate }) => asOfDate >= call.since)
  return inMillions(rows.map((row): [IsoDate, number | null] => [row.asOfDate, row[column]]))
}

/** Repos accepted, a sum for each day: there is one operation in the morning and one at noon, and reverse repos beside them. */
async function fetchRepos(call: FeedCall): Promise<FeedAnswer> {
  const answer = await ask(`api/rp/all/all/results/search.json?startDate=${later(call.since, FIRST_REPO)}`, repo, call)
  if (!answer.ok) return answer
  const days = new Map<IsoDate, number>()
  for (const { operationDate, operationType, auctionStatus, totalAmtAccepted } of answer.value.repo.operations) {
    if (operationType !== 'Repo' || auctionStatus !== 'Results' || totalAmtAccepted === null) continue
    days.set(operationDate, (days.get(operationDate) ?? 0) + totalAmtAccepted)
  }
  return inMillions([...days])
}

/** The secured overnight financing rate, percent. The last so many business days are asked for. */
async function fetchSofr(call: FeedCall): Promise<FeedAnswer> {
  const days = (Date.parse(call.asOf) - Date.parse(later(call.since, FIRST_SOFR))) / DAY_MS
  const count = Math.max(10, Math.ceil((days * 5) / 7))
  const answer = await ask(`api/rates/secured/sofr/last/${count}.json`, rates, call)
  if (!answer.ok) return answer
  const observations = answer.value.refRates.map(({ effectiveDate: date, percentRate: value }) => ({ date, value }))
  return { ok: true, observations: observations.filter(({ date }) => date >= call.since), unit: 'percent' }
}

const ask = <S extends z.ZodType>(
  path: string,
  schema: S,
  { timeoutMs, signal }: FeedCall,
): Promise<{ ok: true; value: z.output<S> } | Failed> =>
  fetchJson({ url: new URL(path, feedEnv().NY_FED_BASE_URL), timeoutMs, signal }, schema)

function inMillions(rows: readonly [IsoDate, number | null][]): Fetched {
  const observations = rows.flatMap(([date, dollars]): Observation[] =>
    dollars === null ? [] : [{ date, value: scaled(dollars, MILLIONTH) }],
  )
  return { ok: true, observations, unit: 'millionsOfDollars' }
}
