import type { z } from 'zod'
import { type Failed, failed } from '@/lib/feeds/answer'
import { fetchText } from '@/lib/feeds/fetch-text'

interface Read<T> {
  ok: true
  status: number
  value: T
}

/**
 * JSON of a known shape. An answer that is not 200 is read by the same schema; where it does not fit it is `refused`. Where a number
 * must keep its digits, `read` is a reader that keeps them.
 */
export async function fetchJson<S extends z.ZodType>(
  wish: Parameters<typeof fetchText>[0],
  schema: S,
  read: (text: string) => unknown = JSON.parse,
): Promise<Read<z.output<S>> | Failed> {
  const answer = await fetchText(wish)
  if (!answer.ok) return answer
  const parsed = schema.safeParse(parseJson(answer.text, read))
  if (parsed.success) return { ok: true, status: answer.status, value: parsed.data }
  return answer.status === 200
    ? failed('badAnswer', 'not of the known form')
    : failed('refused', `status ${answer.status}`)
}

function parseJson(text: string, read: (text: string) => unknown): unknown {
  try {
    return read(text)
  } catch {
    return undefined
  }
}
