import { type IsoDate, isoDate } from '@/lib/core/units'

export type DateProblem = 'dateEmpty' | 'notDate' | 'ambiguousDate'
export type ParsedDate = { ok: true; value: IsoDate } | { ok: false; problem: DateProblem }

/** Which of two small numbers before the year is the month. */
export type DateOrder = 'monthFirst' | 'dayFirst'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const TIME = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?:Z|[+-]\d{2}:?\d{2})?$/i
const YEAR_FIRST = /^(\d{4})(?:[-/.]|\s?年\s?)(\d{1,2})(?:[-/.]|\s?月\s?)(\d{1,2})\s?日?$/
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/
const DAY_NAMED = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})$/i
const MONTH_NAMED = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i

/**
 * A calendar date as a person or a spreadsheet writes it: `2026-11-20`, `2026/11/20`, `2026年11月20日`, `20 Nov 2026`, `Nov 20, 2026`,
 * `11/20/2026`; a time of day behind it is left out. `03/04/2026` is ambiguous unless `order` says how its column is written.
 */
export function parseDate(text: string, order: DateOrder | null = null): ParsedDate {
  const body = plain(text)
  if (body === '') return { ok: false, problem: 'dateEmpty' }
  const yearFirst = YEAR_FIRST.exec(body)
  if (yearFirst) return dated(yearFirst[1], yearFirst[2], yearFirst[3])
  const named = namedMonth(body)
  if (named) return named
  const yearLast = YEAR_LAST.exec(body)
  if (!yearLast) return { ok: false, problem: 'notDate' }
  const [first, second, year] = [yearLast[1], yearLast[3], yearLast[4]]
  const way = orderOf(Number(first), Number(second)) ?? order
  if (way === null && first !== second && Number(first) <= 12) return { ok: false, problem: 'ambiguousDate' }
  return way === 'dayFirst' ? dated(year, second, first) : dated(year, first, second)
}

/** How the dates of one column are written, from those that leave no doubt; null when none does or they disagree. */
export function dateOrder(texts: readonly string[]): DateOrder | null {
  const seen = new Set<DateOrder>()
  for (const text of texts) {
    const match = YEAR_LAST.exec(plain(text))
    const order = match && orderOf(Number(match[1]), Number(match[3]))
    if (order) seen.add(order)
  }
  return seen.size === 1 ? ([...seen][0] ?? null) : null
}

const plain = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').replace(TIME, '')

const orderOf = (first: number, second: number): DateOrder | null =>
  first > 12 && second <= 12 ? 'dayFirst' : second > 12 && first <= 12 ? 'monthFirst' : null

function namedMonth(body: string): ParsedDate | null {
  const dayFirst = DAY_NAMED.exec(body)
  if (dayFirst) return dated(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1])
  const monthFirst = MONTH_NAMED.exec(body)
  return monthFirst && dated(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2])
}

const monthNumber = (name = ''): string => String(MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1)

function dated(year = '', month = '', day = ''): ParsedDate {
  const value = isoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return value ? { ok: true, value } : { ok: false, problem: 'notDate' }
}
