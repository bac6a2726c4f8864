import { type DateOrder, dateOrder, parseDate } from '@/lib/core/date-text'

interface Dated {
  account: string
  /** As it stands in the file; empty where the row has none. */
  date: string
  symbol: string
}

/**
 * Rows that an older snapshot of their account holds. An account has snapshots when one of its securities stands under two dates; else the
 * dates are those of prices and all rows count. Dates that could be read in two ways are read month first.
 */
export function olderRows<Row extends Dated>(rows: readonly Row[]): ReadonlySet<Row> {
  const order = dateOrder(rows.map((row) => row.date)) ?? 'monthFirst'
  const accounts = new Map<string, { row: Row; day: string }[]>()
  for (const row of rows) {
    const day = dayOf(row.date, order)
    if (day === null) continue
    const own = accounts.get(row.account)
    if (own) own.push({ row, day })
    else accounts.set(row.account, [{ row, day }])
  }
  const older = new Set<Row>()
  for (const own of accounts.values()) {
    if (!hasSnapshots(own)) continue
    const latest = own.reduce((last, { day }) => (day > last ? day : last), '')
    for (const { row, day } of own) if (day < latest) older.add(row)
  }
  return older
}

function dayOf(text: string, order: DateOrder): string | null {
  if (text === '') return null
  const date = parseDate(text, order)
  return date.ok ? date.value : null
}

function hasSnapshots(rows: readonly { row: Dated; day: string }[]): boolean {
  const days = new Map<string, string>()
  return rows.some(({ row, day }) => {
    const known = days.get(row.symbol)
    if (row.symbol !== '') days.set(row.symbol, known ?? day)
    return known !== undefined && known !== day
  })
}
