import type { FileTable, PositionsFile } from '@/lib/formats/positions/positions-file'

/** For tests: the line of everything that was entered, in order. */
export function linesEntered(file: PositionsFile): number[] {
  const cash = file.notes.filter(({ code }) => code === 'cash')
  const lots = file.holdings.flatMap((holding) => holding.lots ?? [])
  const entered = [...file.holdings, ...lots, ...cash, ...file.rejected, ...file.skipped]
  return entered.map(({ line }) => line).sort((a, b) => a - b)
}

/** For tests: the lines of a file that were not entered exactly once, as a holding, a lot, cash, rejected or skipped. */
export function linesNotOnce(table: FileTable, file: PositionsFile): { line: number; times: number }[] {
  const entered = linesEntered(file)
  const times = (line: number): number => entered.filter((one) => one === line).length
  const strays = entered.filter((line) => !table.rows.some((row) => row.line === line))
  const all = [...table.rows.map(({ line }) => line), ...strays]
  return all.map((line) => ({ line, times: times(line) })).filter(({ times: count }) => count !== 1)
}
