import { z } from 'zod'
import { type Observation, SERIES, type SeriesId } from '@/lib/core/series'
import { feedEnv } from '@/lib/env'
import { type Failed, type FeedAnswer, type FeedCall, failed } from '@/lib/feeds/answer'
import { fetchJson } from '@/lib/feeds/fetch-json'
import { dateField, numberOr } from '@/lib/feeds/field'
import { fredTurn } from '@/lib/feeds/pace'
import { scaled, unitFactor } from '@/lib/feeds/units'

const refusal = z.object({ error_code: z.number(), error_message: z.string() })
const about = z.object({ seriess: z.array(z.object({ id: z.string(), units: z.string() })).length(1) })
const values = z.object({ observations: z.array(z.object({ date: dateField, value: numberOr('.') })) })

/**
 * One series by FRED's interface, https://fred.stlouisfed.org/docs/api/fred/. Two requests: its units first, for FRED has
 * changed those of a series before, then its observations. The key is a part of the address, which therefore appears nowhere.
 */
export async function fetchFredApi(series: SeriesId, key: string, call: FeedCall): Promise<FeedAnswer> {
  const described = await ask('fred/series', about, { series_id: series }, key, call)
  if (!described.ok) return described
  const { unit } = SERIES[series]
  const factor = unitFactor(described.value.seriess[0]?.units ?? '', unit)
  if (factor === null) return failed('badAnswer', `${series} is in units that we do not know`)
  const wanted = { series_id: series, observation_start: call.since }
  const answer = await ask('fred/series/observations', values, wanted, key, call)
  if (!answer.ok) return answer
  const observations = answer.value.observations.flatMap(({ date, value }): Observation[] =>
    value === null ? [] : [{ date, value: scaled(value, factor) }],
  )
  return { ok: true, observations, unit }
}

async function ask<S extends z.ZodType>(
  path: string,
  schema: S,
  parameters: Record<string, string>,
  key: string,
  { timeoutMs, signal }: FeedCall,
): Promise<{ ok: true; value: z.output<S> } | Failed> {
  await fredTurn(signal)
  const url = new URL(path, feedEnv().FRED_BASE_URL)
  // Without the type FRED answers in XML.
  for (const [name, value] of Object.entries({ ...parameters, api_key: key, file_type: 'json' }))
    url.searchParams.set(name, value)
  const answer = await fetchJson({ url, timeoutMs, signal }, z.union([refusal, schema]))
  if (!answer.ok) return answer
  const known = refusal.safeParse(answer.value)
  if (known.success) return explain(known.data.error_message, key)
  return { ok: true, value: answer.value as z.output<S> }
}

/** FRED says in words whether it is the key that it does not like. */
function explain(message: string, key: string): Failed {
  const words = message.replaceAll(key, '…').slice(0, 200)
  if (/rate limit/i.test(words)) return failed('rateLimited', words)
  return failed(/api[_ ]?key/i.test(words) ? 'badKey' : 'refused', words)
}
