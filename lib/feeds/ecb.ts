import type { RateQuote } from '@/lib/core/fx'
import { feedEnv } from '@/lib/env'
import { type Failed, failed } from '@/lib/feeds/answer'
import { fetchText } from '@/lib/feeds/fetch-text'
import { readEcbXml } from '@/lib/formats/ecb-xml'

/**
 * The euro's reference rates of the European Central Bank, of the last working day, published about 16:00 Frankfurt time
 * (https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates). Nothing of the user's is sent.
 */
export async function fetchEcb(signal?: AbortSignal): Promise<{ ok: true; rates: RateQuote[] } | Failed> {
  const { ECB_BASE_URL, FEED_TIMEOUT_MS: timeoutMs } = feedEnv()
  const url = new URL('stats/eurofxref/eurofxref-daily.xml', ECB_BASE_URL)
  const answer = await fetchText({ url, timeoutMs, signal, xml: true })
  if (!answer.ok) return answer
  if (answer.status !== 200) return failed('refused', `status ${answer.status}`)
  const rates = readEcbXml(answer.text)
  return rates ? { ok: true, rates } : failed('badAnswer', 'not of the known form')
}
