import { parse } from 'csv-parse/sync'
import { isMoneyCurrency, type MoneyCurrency } from '@/lib/core/currency'
import { parseDate } from '@/lib/core/date-text'
import type { RateQuote } from '@/lib/core/fx'
import { readRate } from '@/lib/core/rate-fields'
import type { IsoDate } from '@/lib/core/units'

/** Why a line was left out: the full key of the message. Lines are counted from 1, as in the file. */
export interface RateLine {
  line: number
  problem: string
  text: string
}

export type RateFileReading =
  /** `empty`: cells that say that there is no rate. `others`: columns of currencies that are not known here. */
  | { ok: true; rates: RateQuote[]; empty: number; others: string[]; problems: RateLine[] }
  | { ok: false; fault: 'unreadable' | 'noColumns' | 'noRates'; problems: RateLine[] }

const MOST_PROBLEMS = 50
const LONGEST_CELL = 40
const NO_RATE = new Set(['', '-', 'n/a', 'na', '.'])
const TITLES = {
  date: ['date', 'day', '日期'],
  currency: ['currency', 'from', 'base', '货币'],
  quote: ['quote', 'to', 'counter', '计价货币'],
  rate: ['rate', 'value', 'price', '汇率'],
}
/** The columns of a wide table count in this, as in the files of the European Central Bank. */
const WIDE_BASE = 'EUR'

/** A cell of the file that may hold a rate. */
interface Cell {
  line: number
  date: string
  currency: string
  quote: string
  rate: string
}

/**
 * Exchange rates from a table: `date,currency,quote,rate`, or one column of dates and one of each currency that hold how much of it a euro is, as
 * the European Central Bank writes it. Every line that cannot be read is listed with its reason; of several rates of one pair and day the last counts.
 */
export function readRateFile(text: string, asOf: IsoDate): RateFileReading {
  const rows = rowsOf(text)
  if (!rows) return { ok: false, fault: 'unreadable', problems: [] }
  const found = cellsOf(rows)
  if (!found) return { ok: false, fault: 'noColumns', problems: [] }
  const rates = new Map<string, RateQuote>()
  const problems: RateLine[] = []
  const filled = found.cells.filter(({ rate }) => !NO_RATE.has(rate.toLowerCase()))
  for (const cell of filled) {
    const read = readCell(cell, asOf)
    if ('problem' in read) problems.push(read)
    else rates.set(`${read.currency} ${read.quote} ${read.date}`, read)
  }
  const shown = problems.slice(0, MOST_PROBLEMS)
  if (rates.size === 0) return { ok: false, fault: 'noRates', problems: shown }
  const empty = found.cells.length - filled.length
  return { ok: true, rates: [...rates.values()], empty, others: found.others, problems: shown }
}

interface Row {
  line: number
  cells: string[]
}

function rowsOf(text: string): Row[] | null {
  const body = text.replace(/^\ufeff/, '')
  const delimiter = ['\t', ';', ','].find((mark) => body.split(/\r?\n/, 1)[0]?.includes(mark)) ?? ','
  try {
    const rows = parse(body, { delimiter, relaxColumnCount: true, info: true, skipEmptyLines: true }) as unknown
    return (rows as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record.map((cell) => cell.trim()),
      line: info.lines,
    }))
  } catch {
    return null
  }
}

function cellsOf([head, ...rows]: Row[]): { cells: Cell[]; others: string[] } | null {
  const titles = (head?.cells ?? []).map((title) => title.toLowerCase())
  const at = (names: readonly string[]) => titles.findIndex((title) => names.includes(title))
  const date = at(TITLES.date)
  if (date < 0) return null
  const [currency, quote, rate] = [at(TITLES.currency), at(TITLES.quote), at(TITLES.rate)]
  if (currency >= 0 && quote >= 0 && rate >= 0) {
    const of = ({ cells, line }: Row): Cell => ({
      ...{ line, date: cells[date] ?? '', rate: cells[rate] ?? '' },
      ...{ currency: cells[currency] ?? '', quote: cells[quote] ?? '' },
    })
    return { cells: rows.map(of), others: [] }
  }
  const codes = titles.map((title) => title.toUpperCase())
  const known = codes.flatMap((code, i) => (isMoneyCurrency(code) && code !== WIDE_BASE ? [{ code, i }] : []))
  if (known.length === 0) return null
  const wide = ({ cells, line }: Row): Cell[] =>
    known.map(({ code, i }) => ({
      ...{ line, date: cells[date] ?? '', currency: WIDE_BASE, quote: code, rate: cells[i] ?? '' },
    }))
  const others = codes.filter((code, i) => i !== date && code !== '' && !isMoneyCurrency(code))
  return { cells: rows.flatMap(wide), others }
}

function readCell({ line, date, currency, quote, rate }: Cell, asOf: IsoDate): RateQuote | RateLine {
  const wrong = (problem: string, text: string): RateLine => ({ line, problem, text: text.slice(0, LONGEST_CELL) })
  const [from, to] = [codeOf(currency), codeOf(quote)]
  if (!from || !to) return wrong('currencies.problem.unknownCurrency', from ? quote : currency)
  const day = parseDate(date)
  const read = readRate({ currency: from, quote: to, rate, date: day.ok ? day.value : date }, asOf)
  if (read.ok) return { ...read.value, source: 'file' }
  const [[field, problem] = ['', '']] = Object.entries(read.fields)
  return wrong(problem, { rate, date, quote }[field] ?? '')
}

const codeOf = (text: string): MoneyCurrency | null => {
  const code = text.toUpperCase()
  return isMoneyCurrency(code) ? code : null
}
