// The Daily Treasury Statement: everything is text, "null" too, and the closing balance stands in the column of the opening one.
import type { Reply } from '@/e2e/stubs/feeds'
import { readingsOf } from '@/e2e/stubs/numbers'

const CLOSING = 'Treasury General Account (TGA) Closing Balance'
const OPENING = 'Treasury General Account (TGA) Opening Balance'

export function treasury(url: URL): Reply {
  const filter = url.searchParams.get('filter') ?? ''
  const since = /record_date:gte:([\d-]+)/.exec(filter)?.[1]
  const row = (type: string, date: string, millions: number) => ({
    record_date: date,
    account_type: type,
    close_today_bal: 'null',
    open_today_bal: millions.toFixed(0),
    open_month_bal: 'null',
    table_nbr: 'I',
  })
  const data = readingsOf('TGA_CLOSE', since).flatMap(({ date, value }) =>
    filter.includes(`account_type:eq:${CLOSING}`)
      ? [row(CLOSING, date, value)]
      : [row(OPENING, date, value - 5000), row(CLOSING, date, value)],
  )
  const body = { data, meta: { count: data.length, 'total-count': data.length, 'total-pages': 1 }, links: {} }
  return { status: 200, type: 'application/json', body: JSON.stringify(body) }
}
