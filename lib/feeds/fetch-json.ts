import type { z } from 'zod'
import { type Failed, failed } from '@/lib/feeds/answer'
import { fetchText } from '@/lib/feeds/fetch-text'

interface Read<T> {
  ok: true
  status: number
  value: T
}

/** JSON of a known shape. An answer of 400 is read by the same schema; where it does not fit it is `refused`. */
export async function fetchJson<S extends z.ZodType>(
  wish: Parameters<typeof fetchText>[0],
  schema: S,
): Promise<Read<z.output<S>> | Failed> {
  const answer = await fetchText(wish)
  if (!answer.ok) return answer
  const parsed = schema.safeParse(parseJson(answer.text))
  if (parsed.success) return { ok: true, status: answer.status, value: parsed.data }
  return answer.status === 200 ? failed('badAnswer', 'not of the known form') : failed('refused', 'status 400')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
