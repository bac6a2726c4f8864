import { type DateOrder, dateOrder, parseDate } from '@/lib/core/date-text'
import type { Mapping } from '@/lib/core/positions-import'
import type { IsoDate } from '@/lib/core/units'
import { plainTitle } from '@/lib/formats/positions/columns'
import type { FileRow, FileTable, PositionsFile } from '@/lib/formats/positions/positions-file'

/** Words before the day of the prices, then words before the day on which the file was made. */
const DAY_OF_PRICES = /\b(?:as of|period|report ?date|todate|valuation date|positions? date)\b|截至|持仓日期|估值日期/i
const DAY_OF_FILE =
  /\b(?:date downloaded|downloaded(?: on)?|exported(?: on)?|(?:when)?generated(?: at| on)?)\b|导出(?:日期|时间)|下载(?:日期|时间)/i
const DATES =
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日|\b\d{1,2}\/\d{1,2}\/\d{4}|\b[a-z]{3,9}[-. ]\d{1,2},?[- ]\d{4}|\b\d{1,2} [a-z]{3,9} \d{4}|\b20\d{6}\b/gi
/** Titles of columns whose dates are of the positions; a plain `Date` may be of a purchase. */
const TITLES = new Set([
  'as of',
  'as of date',
  'snapshot date',
  'position date',
  'report date',
  'valuation date',
  'price date',
  'pricing date',
  'date',
  '日期',
  '持仓日期',
  '快照日期',
  '估值日期',
])
const LONGEST_LINE = 1000
const LONGEST_TITLE = 20

/** A range of days is of its last. */
const UNTIL = /^\s*(?:-|–|to|through)\s*$/i

/** What the user's mapping says of dates. */
type Said = Pick<Mapping, 'columns' | 'dateOrder'> | null

/** The day of a file's prices: as it says above or below its table, else the latest of a column of dates; null when it says nothing. */
export function fileDate({ rows }: FileTable, file: PositionsFile, said: Said): IsoDate | null {
  // The days of lots are of purchases.
  const held = new Set(file.holdings.flatMap(({ line, lots = [] }) => [line, ...lots.map((lot) => lot.line)]))
  const around = rows.filter((row) => !held.has(row.line) && row.text.length <= LONGEST_LINE)
  return firstBehind(around, DAY_OF_PRICES) ?? latestIn(rows, held, said) ?? firstBehind(around, DAY_OF_FILE)
}

function firstBehind(rows: readonly FileRow[], words: RegExp): IsoDate | null {
  for (const { text } of rows) {
    const at = text.search(words)
    if (at < 0) continue
    const behind = text.slice(at)
    const [first, second] = [...behind.matchAll(DATES)]
    if (!first) continue
    const isRange = second && UNTIL.test(behind.slice(first.index + first[0].length, second.index))
    const date = dateOf((isRange ? second : first)[0], 'monthFirst')
    if (date) return date
  }
  return null
}

/** A date of which nobody says how it is written is read month first, as the brokers that print such dates do. */
function dateOf(text: string, order: DateOrder): IsoDate | null {
  const digits = /^(20\d\d)(\d\d)(\d\d)$/.exec(text)
  const plain = digits ? `${digits[1]}-${digits[2]}-${digits[3]}` : text.replace(/^([a-z]+)[-.](\d+),?[- ]/i, '$1 $2, ')
  const date = parseDate(plain, order)
  return date.ok ? date.value : null
}

function latestIn(rows: readonly FileRow[], held: ReadonlySet<number>, said: Said): IsoDate | null {
  let at = said?.columns.indexOf('date') ?? -1
  const texts: string[] = []
  for (const { line, cells } of rows) {
    if (held.has(line)) texts.push(cells[at] ?? '')
    else if (said === null && cells.length > 1) {
      const found = cells.findIndex((cell) => cell.length < LONGEST_TITLE && TITLES.has(plainTitle(cell)))
      if (found >= 0) at = found
    }
  }
  const order = said?.dateOrder ?? dateOrder(texts) ?? 'monthFirst'
  let latest: IsoDate | null = null
  for (const text of texts) {
    const date = text === '' ? null : dateOf(text, order)
    if (date && (latest === null || date > latest)) latest = date
  }
  return latest
}
