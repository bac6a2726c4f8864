import { rowCells } from '@/lib/formats/positions/row-cells'

/** In the order in which they are preferred: a comma is the likeliest to stand in a text or a number. */
const DELIMITERS = ['\t', ';', '|', ','] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** Lines that are looked at: beyond the longest preamble. */
const FIRST_LINES = 100

/** The mark that cuts most of the first lines into the same number of cells, two or more; null when none does. */
export function detectDelimiter(lines: readonly string[]): Delimiter | null {
  const named = /^sep=([\t;|,])$/i.exec(lines[0]?.trim() ?? '')?.[1]
  if (named) return named as Delimiter
  const filled = lines.filter((line) => line.trim() !== '').slice(0, FIRST_LINES)
  let best: { mark: Delimiter; rows: number } | null = null
  for (const mark of DELIMITERS) {
    const rows = linesAlike(filled, mark)
    if (rows > (best?.rows ?? 0)) best = { mark, rows }
  }
  return best?.mark ?? null
}

/** How many lines have the number of cells that most have, not counting those with one. */
function linesAlike(lines: readonly string[], mark: Delimiter): number {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const width = line.includes(mark) ? rowCells(line, mark).cells.length : 1
    if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}
