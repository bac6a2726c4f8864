// What `tidemark regime` computes, apart from its files.
import { fridayAfter } from '@/lib/core/day-number'
import { evaluateRegime } from '@/lib/core/regime'
import { LEG_SERIES } from '@/lib/core/regime/readings'
import type { SeriesId, SeriesSet } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'
import { type FredCsvProblem, readFredCsv } from '@/lib/formats/fred-csv'
import { regimeCsv } from '@/lib/formats/regime-csv'

export { isoDate } from '@/lib/core/units'
export { LEG_SERIES }

export interface SeriesFile {
  id: SeriesId
  text: string
}

export interface RegimeAnswer {
  /** Null when a mandatory leg has no series. */
  csv: string | null
  /** For standard error. */
  remarks: string[]
}

const WORDS: Record<FredCsvProblem['code'], string> = {
  header: 'the first line is neither date,value nor observation_date and series',
  unknownSeries: 'a series that is not known',
  repeatedSeries: 'a second column of the same series',
  cells: 'not as many cells as the header',
  date: 'no date of the form YYYY-MM-DD',
  value: 'no number',
  otherUnits: 'not plausible: probably in other units',
  implausible: 'not plausible',
  noValues: 'a column without a value',
}

const remark = (id: SeriesId, { line, code, text, factor }: FredCsvProblem): string =>
  `${id}.csv, line ${line}: ${WORDS[code]}${factor === undefined ? '' : ` (a factor of ${Number(factor.toPrecision(3))})`}: ${text}`

function readAll(files: readonly SeriesFile[]): { series: SeriesSet; remarks: string[] } {
  const series: SeriesSet = {}
  const remarks: string[] = []
  for (const { id, text } of files) {
    const read = readFredCsv(text, `${id}.csv`)
    const own = read.series[id]
    if (own) series[id] = own
    remarks.push(...read.problems.map((problem) => remark(id, problem)))
    if (read.more > 0) remarks.push(`${id}.csv: ${read.more} more of these.`)
    if (!own && read.problems.length === 0) remarks.push(`${id}.csv holds no column of ${id}.`)
  }
  return { series, remarks }
}

/** The Friday after the newest observation that both mandatory legs have; null when one of them has no series. */
function lastFriday(series: SeriesSet): IsoDate | null {
  const newest = (id: SeriesId): IsoDate | undefined => series[id]?.at(-1)?.date
  const [treasuries, agency, total, funds] = [newest('TREAST'), newest('WSHOMCB'), newest('WSHOSHO'), newest('DFF')]
  const parts = treasuries && agency && (treasuries < agency ? treasuries : agency)
  const securities = total && parts ? (total > parts ? total : parts) : (total ?? parts ?? newest('WALCL'))
  if (!securities || !funds) return null
  return fridayAfter(securities < funds ? securities : funds)
}

/** The table from the series in the files; the last Friday is `to`, or the one after the newest observation of both mandatory legs. */
export function answerRegime(files: readonly SeriesFile[], range: { from?: IsoDate; to?: IsoDate }): RegimeAnswer {
  const { series, remarks } = readAll(files)
  const to = lastFriday(series)
  if (to === null) {
    const missing = series.DFF ? 'securities held (WSHOSHO, TREAST and WSHOMCB, or WALCL)' : 'the funds rate (DFF)'
    return { csv: null, remarks: [...remarks, `Nothing can be measured without ${missing}.`] }
  }
  return { csv: regimeCsv(evaluateRegime(series, { to, ...range })), remarks }
}
