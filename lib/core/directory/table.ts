import type { Weights } from '@/lib/core/asset-class'
import { readMix } from '@/lib/core/directory/mixes'

export interface TableRow {
  symbol: string
  name: string
  /** Shared by all rows of a section, therefore frozen. */
  split: Weights
}

/**
 * Reads a table of securities. `= mix` opens a section (see `readMix`), every further line is a symbol, a space and the
 * name; `#` begins a remark. Throws on a line that fits none of these.
 */
export function readTable(text: string): TableRow[] {
  const rows: TableRow[] = []
  let split: Weights | null = null
  for (const line of text.split('\n').map((l) => l.trim())) {
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('=')) {
      split = readMix(line.slice(1))
      continue
    }
    const [, symbol, name] = /^([A-Z0-9.-]+) (\S.*)$/.exec(line) ?? []
    if (!symbol || !name || !split) throw new Error(`Not a row of the directory: "${line}"`)
    rows.push({ symbol, name, split })
  }
  return rows
}
