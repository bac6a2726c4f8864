import type { RefusedValue } from '@/lib/core/feed-series'
import { SERIES, type SeriesId } from '@/lib/core/series'
import { isoDate } from '@/lib/core/units'
import { feedEnv } from '@/lib/env'
import { type FeedAnswer, type FeedCall, failed } from '@/lib/feeds/answer'
import { fetchText } from '@/lib/feeds/fetch-text'
import { type FredCsvProblem, readFredCsv } from '@/lib/formats/fred-csv'

/** A file that could be read up to here holds what it claims; other problems say that it does not. */
const HARMLESS: readonly FredCsvProblem['code'][] = ['noValues', 'otherUnits', 'implausible']

/**
 * One series by the download behind FRED's graphs, which wants no key. It does not name its units: what lies outside the range of
 * the series is refused, which is what stands between a change of units and the store.
 */
export async function fetchFredCsv(series: SeriesId, { since, timeoutMs, signal }: FeedCall): Promise<FeedAnswer> {
  const url = new URL('graph/fredgraph.csv', feedEnv().FRED_CSV_BASE_URL)
  url.searchParams.set('id', series)
  url.searchParams.set('cosd', since)
  const answer = await fetchText({ url, timeoutMs, signal })
  if (!answer.ok) return answer
  if (answer.status !== 200) return failed('refused', `status ${answer.status}`)
  // The last line of a download that broke off may hold half a number.
  if (!answer.text.endsWith('\n')) return failed('badAnswer', 'the last line is not ended')
  const read = readFredCsv(answer.text)
  const fault = read.problems.find(({ code }) => !HARMLESS.includes(code))
  if (fault) return failed('badAnswer', `line ${fault.line}: ${fault.code}`)
  const refused = refusedValues(answer.text, read.problems)
  return { ok: true, observations: [...(read.series[series] ?? [])], unit: SERIES[series].unit, refused }
}

/** A problem knows its line, and the line begins with its date. */
function refusedValues(text: string, problems: readonly FredCsvProblem[]): RefusedValue[] {
  const lines = text.split(/\r\n|\n|\r/)
  return problems.flatMap(({ code, line, text: value }) => {
    const date = isoDate(lines[line - 1]?.split(',')[0] ?? '')
    return date && (code === 'otherUnits' || code === 'implausible')
      ? [{ date, value: Number(value), reason: code }]
      : []
  })
}
