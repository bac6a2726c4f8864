// FRED's two doors as they answer: the interface in XML unless asked for JSON, with errors of 400 in words, and the download as CSV.
import type { Reply, Wrong } from '@/e2e/stubs/feeds'
import { rowsOf } from '@/e2e/stubs/numbers'
import { feedSeries, isStoredSeries } from '@/lib/core/feed-series'
import type { SeriesUnit } from '@/lib/core/series'

/** The one key that this FRED knows. */
export const GOOD_KEY = 'abcdef0123456789abcdef0123456789'

const UNITS: Record<SeriesUnit, string> = {
  millionsOfDollars: 'Millions of U.S. Dollars',
  billionsOfDollars: 'Billions of US Dollars',
  percent: 'Percent',
  thousands: 'Thousands of Persons',
  index: 'Index',
}

const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
})
const error = (message: string): Reply => json({ error_code: 400, error_message: `Bad Request.  ${message}` }, 400)
const XML: Reply = {
  status: 200,
  type: 'text/xml',
  body: '<?xml version="1.0" encoding="utf-8" ?>\n<observations realtime_start="2026-01-01"></observations>',
}

export function fredApi(url: URL, wrong: Wrong | null): Reply {
  const key = url.searchParams.get('api_key')
  if (url.searchParams.get('file_type') !== 'json' || wrong === 'xml') return XML
  if (key !== GOOD_KEY) return error(`The value for variable api_key is not registered: ${key}`)
  const series = url.searchParams.get('series_id') ?? ''
  if (!isStoredSeries(series)) return error('The series does not exist.')
  const inBillions =
    (wrong === 'billions' || wrong === 'billionsUnsaid') && feedSeries(series).unit === 'millionsOfDollars'
  const described = inBillions && wrong === 'billions' ? UNITS.billionsOfDollars : UNITS[feedSeries(series).unit]
  if (url.pathname === '/fred/series') {
    return json({ seriess: [{ id: series, title: series, frequency_short: 'W', units: described, notes: 'made up' }] })
  }
  const rows = rowsOf(series, url.searchParams.get('observation_start') ?? undefined)
  const observations = rows.map(({ date, value }) => ({
    realtime_start: date,
    realtime_end: date,
    date,
    value: value === null || wrong === 'dots' ? '.' : String(inBillions ? value / 1000 : value),
  }))
  return json({ units: 'lin', file_type: 'json', count: rows.length, limit: 100_000, observations })
}

export function fredCsv(url: URL, wrong: Wrong | null): Reply {
  const series = url.searchParams.get('id') ?? ''
  if (!isStoredSeries(series)) return { status: 404, type: 'text/html', body: '<html>Not found</html>' }
  const thousandth = wrong === 'billionsUnsaid' && feedSeries(series).unit === 'millionsOfDollars' ? 1000 : 1
  const lines = rowsOf(series, url.searchParams.get('cosd') ?? undefined).map(
    ({ date, value }) => `${date},${value === null || wrong === 'dots' ? '' : value / thousandth}`,
  )
  return { status: 200, type: 'text/csv', body: [`observation_date,${series}`, ...lines, ''].join('\n') }
}
