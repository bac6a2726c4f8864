import type { FileTable, PositionsFile } from '@/lib/formats/positions/positions-file'

/** For tests: the lines of a file that were not entered exactly once, as a holding, cash, rejected or skipped. */
export function linesNotOnce(table: FileTable, file: PositionsFile): { line: number; times: number }[] {
  const cash = file.notes.filter(({ code }) => code === 'cash')
  const entered = [...file.holdings, ...cash, ...file.rejected, ...file.skipped].map(({ line }) => line)
  const times = (line: number): number => entered.filter((one) => one === line).length
  const strays = entered.filter((line) => !table.rows.some((row) => row.line === line))
  const all = [...table.rows.map(({ line }) => line), ...strays]
  return all.map((line) => ({ line, times: times(line) })).filter(({ times: count }) => count !== 1)
}
