import 'server-only'
import { checkObservations } from '@/lib/core/check-observations'
import type { RefusedValue } from '@/lib/core/feed-series'
import { SERIES_IDS, type SeriesId, type SeriesSet } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'
import { countSeriesFiles, storeSeriesFiles } from '@/lib/db/series-files'
import { type FredCsvProblem, readFredCsv } from '@/lib/formats/fred-csv'

/** So many files of one user are kept. */
export const MOST_FILES = 60
const LONGEST_NAME = 120

export interface GivenFile {
  name: string
  text: string
}

/** What became of one file; nothing of it is stored when `contents` is empty. */
export interface FileReading {
  name: string
  contents: { series: SeriesId; count: number; from: IsoDate; to: IsoDate }[]
  problems: FredCsvProblem[]
  /** Problems beyond those listed. */
  more: number
  /** Values that leap from their neighbours, and are left out. */
  leaps: (RefusedValue & { series: SeriesId })[]
}

interface ReadFile {
  reading: FileReading
  series: SeriesSet
}

/** The last part of a path, without what a screen or a file system would trip over. */
const cleanName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/\p{C}/gu, '').trim().slice(0, LONGEST_NAME) || 'series.csv'

function readFile({ name: given, text }: GivenFile): ReadFile {
  const name = cleanName(given)
  const { series: read, problems, more } = readFredCsv(text, name)
  const reading: FileReading = { name, contents: [], problems, more, leaps: [] }
  const series: SeriesSet = {}
  for (const id of SERIES_IDS) {
    const { good, refused } = checkObservations(id, read[id] ?? [])
    reading.leaps.push(...refused.map((value) => ({ ...value, series: id })))
    const [first, last] = [good[0], good.at(-1)]
    if (!first || !last) continue
    series[id] = good
    reading.contents.push({ series: id, count: good.length, from: first.date, to: last.date })
  }
  return { reading, series }
}

/** What would become of some files; nothing is stored. */
export const previewSeriesFiles = (files: readonly GivenFile[]): FileReading[] =>
  files.map((file) => readFile(file).reading)

/** Stores for this user alone what the files hold, all of them or none; null when the user would have more than one may. */
export async function dropSeriesFiles(
  userId: string,
  files: readonly GivenFile[],
  at: Date,
): Promise<FileReading[] | null> {
  const read = files.map(readFile)
  // Of two files of one name the later one counts, as on the disk.
  const usable = new Map(
    read.filter(({ reading }) => reading.contents.length > 0).map((file) => [file.reading.name, file]),
  )
  const others = await countSeriesFiles(userId, [...usable.keys()])
  if (others + usable.size > MOST_FILES) return null
  const stored = [...usable].map(([name, { series }]) => ({ name, series }))
  if (stored.length > 0) await storeSeriesFiles(userId, stored, at)
  return read.map(({ reading }) => reading)
}
