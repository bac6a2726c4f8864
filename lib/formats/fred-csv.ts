import { type Observation, ordered, SERIES_IDS, type SeriesId, type SeriesSet } from '@/lib/core/series'
import { rangeProblem } from '@/lib/core/series-range'
import type { IsoDate } from '@/lib/core/units'
import { calendarDate } from '@/lib/formats/calendar-date'

/**
 * What could not be read. `header`: the first line is not that of such a file. `unknownSeries`: a column of a series that is not known here, or a
 * file name that names none. `repeatedSeries`: a second column of one. `cells`: more or fewer cells than the header. `otherUnits`: the value would
 * be plausible once multiplied by `factor`. `noValues`: a column without a single value.
 */
export interface FredCsvProblem {
  code:
    | 'header'
    | 'unknownSeries'
    | 'repeatedSeries'
    | 'cells'
    | 'date'
    | 'value'
    | 'otherUnits'
    | 'implausible'
    | 'noValues'
  /** From one; the header is the first. */
  line: number
  column: string
  /** The text of the cell, cut short. */
  text: string
  factor?: number
}

export interface FredCsv {
  /** In order, one a date: of several on a date the last of the file. */
  series: SeriesSet
  problems: FredCsvProblem[]
  /** Problems beyond those listed. */
  more: number
}

interface Column {
  at: number
  name: string
  id: SeriesId
}

const DATE_HEADERS = ['date', 'observation_date']
const NO_VALUE = ['', '.']
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?$/
const MOST_PROBLEMS = 100
const LONGEST_TEXT = 60

const cut = (text: string): string => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text)
const cellsOf = (line: string): string[] => line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
const idOf = (name: string): SeriesId | null => SERIES_IDS.find((id) => id === name.toUpperCase()) ?? null

/** The series that a file is named after, as in `WALCL.csv` and `WALCL (2).csv`. */
function idOfFile(fileName: string): SeriesId | null {
  const base = fileName.split(/[/\\]/).at(-1) ?? ''
  return idOf(base.replace(/\.[^.]*$/, '').replace(/ ?\(\d+\)$/, ''))
}

class Problems {
  readonly listed: FredCsvProblem[] = []
  more = 0
  add(problem: FredCsvProblem): void {
    if (this.listed.length < MOST_PROBLEMS) this.listed.push({ ...problem, text: cut(problem.text) })
    else this.more += 1
  }
}

function readColumns(header: readonly string[], fileName: string, problems: Problems): Column[] {
  const columns: Column[] = []
  header.forEach((name, at) => {
    if (at === 0) return
    const id = name.toLowerCase() === 'value' ? idOfFile(fileName) : idOf(name)
    const text = name.toLowerCase() === 'value' ? fileName : name
    if (!id) problems.add({ code: 'unknownSeries', line: 1, column: name, text })
    else if (columns.some((column) => column.id === id)) {
      problems.add({ code: 'repeatedSeries', line: 1, column: name, text })
    } else columns.push({ at, name, id })
  })
  return columns
}

/** The value of a cell; null where there is none, or none that the series can have. */
function readValue(text: string, date: IsoDate, { id, name }: Column, line: number, problems: Problems): number | null {
  if (NO_VALUE.includes(text)) return null
  if (!NUMBER.test(text)) {
    problems.add({ code: 'value', line, column: name, text })
    return null
  }
  const value = Number(text)
  const wrong = rangeProblem(id, date, value)
  if (!wrong) return value
  const factor = wrong.problem === 'otherUnits' ? { factor: wrong.factor } : {}
  problems.add({ code: wrong.problem, line, column: name, text, ...factor })
  return null
}

/**
 * Observations from a CSV file as FRED writes it: `observation_date,WALCL,WRESBAL`, or `date,value` in a file named after its series. `.` and an empty
 * cell are missing values. A line or a value that cannot be, an amount in billions where millions are kept among them, is left out and listed.
 */
export function readFredCsv(text: string, fileName = ''): FredCsv {
  const problems = new Problems()
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  const header = cellsOf(lines[0] ?? '')
  const first = header[0] ?? ''
  if (header.length < 2 || !DATE_HEADERS.includes(first.toLowerCase())) {
    problems.add({ code: 'header', line: 1, column: '', text: lines[0] ?? '' })
    return { series: {}, problems: problems.listed, more: 0 }
  }
  const columns = readColumns(header, fileName, problems)
  const read = columns.map((): Observation[] => [])
  for (let i = 1; i < lines.length; i += 1) {
    const line = lines[i] ?? ''
    if (line.trim() === '') continue
    const cells = cellsOf(line)
    const date = calendarDate(cells[0] ?? '')
    if (cells.length !== header.length) {
      problems.add({ code: 'cells', line: i + 1, column: '', text: line })
    } else if (!date) {
      problems.add({ code: 'date', line: i + 1, column: first, text: cells[0] ?? '' })
    } else {
      columns.forEach((column, c) => {
        const value = readValue(cells[column.at] ?? '', date, column, i + 1, problems)
        if (value !== null) read[c]?.push({ date, value })
      })
    }
  }
  return { series: gathered(columns, read, problems), problems: problems.listed, more: problems.more }
}

function gathered(columns: readonly Column[], read: readonly Observation[][], problems: Problems): SeriesSet {
  const series: SeriesSet = {}
  columns.forEach(({ id, name }, c) => {
    const observations = ordered(read[c] ?? [])
    if (observations.length > 0) series[id] = observations
    else problems.add({ code: 'noValues', line: 1, column: name, text: name })
  })
  return series
}
