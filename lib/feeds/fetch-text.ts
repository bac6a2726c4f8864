import { type Failed, failed } from '@/lib/feeds/answer'

/** Longer than the longest honest answer, the summary of twenty years of holdings, by far. */
const MOST_BYTES = 16_000_000
const LONGEST_WAIT_S = 86_400

export interface Text {
  ok: true
  status: number
  text: string
}

interface Wish {
  url: URL
  timeoutMs: number
  signal?: AbortSignal | undefined
  /** What is sent besides the usual, as a key that must not stand in the address. */
  headers?: Record<string, string>
  /** Further answers that the source explains in its own form. */
  explained?: readonly number[]
  /** True for a source whose data are XML; anywhere else XML is a notice in place of data. */
  xml?: boolean
}

/**
 * The text behind an address: answers of 200 and of 400, which some feeds explain; every other outcome is a failure with its kind.
 * No redirect is followed, so that nobody can lead us to another host. The address, which may hold a key, is in no failure.
 */
export async function fetchText({
  url,
  timeoutMs,
  signal,
  headers,
  explained,
  xml = false,
}: Wish): Promise<Text | Failed> {
  const limit = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(url, {
      signal: signal ? AbortSignal.any([limit, signal]) : limit,
      redirect: 'manual',
      cache: 'no-store',
      headers: {
        Accept: xml ? 'application/xml, text/xml' : 'application/json, text/csv, */*;q=0.1',
        'User-Agent': 'Tidemark',
        ...headers,
      },
    })
    return judge(response, await readText(response), explained ?? [], xml)
  } catch {
    // The cause may name the address, so it goes no further.
    return limit.aborted ? failed('timeout', `no answer within ${timeoutMs} ms`) : failed('network', 'no connection')
  }
}

/** Null when it is longer than anything that is expected. */
async function readText(response: Response): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    length += piece.length
    if (length > MOST_BYTES) return null
    pieces.push(piece)
  }
  return new TextDecoder().decode(Buffer.concat(pieces))
}

function judge(response: Response, text: string | null, explained: readonly number[], xml: boolean): Text | Failed {
  const { status } = response
  if (text === null) return failed('badAnswer', 'longer than expected')
  if (status === 429) return failed('rateLimited', 'status 429', retryAfter(response.headers.get('retry-after')))
  if (status >= 500) return failed('network', `status ${status}`, retryAfter(response.headers.get('retry-after')))
  if (explained.includes(status) && !/^\s*</.test(text)) return { ok: true, status, text }
  if (status === 401 || status === 403 || status === 451 || (status >= 300 && status < 400))
    return failed('blocked', `status ${status}`)
  if (/^\s*<\?xml/.test(text) && status === 200) {
    return xml ? { ok: true, status, text } : failed('badAnswer', 'XML')
  }
  // A notice or a check for robots in place of data comes as a page, and with 200.
  if (/^\s*</.test(text) && status === 200) return failed('blocked', 'a page in place of data')
  if (status === 200 || status === 400) return { ok: true, status, text }
  return failed('refused', `status ${status}`)
}

/** Seconds, or an HTTP date (RFC 9110, 10.2.3). */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000)
  return Number.isFinite(seconds) ? Math.min(Math.max(0, seconds), LONGEST_WAIT_S) : undefined
}
