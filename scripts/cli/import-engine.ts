// What reads positions files for the command line.
import type { UnreadReason } from '@/lib/core/positions-import'
import { readPositions } from '@/lib/formats/positions'
import type { PositionsFile } from '@/lib/formats/positions/positions-file'

const NOTHING: Omit<PositionsFile, 'format'> = { accounts: [], holdings: [], rejected: [], skipped: [], notes: [] }

const WORDS: Record<UnreadReason, string> = {
  empty: 'it is empty',
  workbook: 'it is a workbook; save the sheet as CSV',
  binary: 'it is no text',
  unknown: 'no columns of holdings were found in it',
}

export interface ImportAnswer {
  file: Omit<PositionsFile, 'format'> & { format: string | null }
  /** Why nothing could be read, for a person; null when something was. */
  problem: string | null
}

/** A file as it was read; one in which neither a holding nor cash was found counts as unread. */
export function answerImport(bytes: Uint8Array, name: string): ImportAnswer {
  const found = readPositions(bytes, name)
  if (found.format === null) return { file: { format: null, ...NOTHING }, problem: WORDS[found.reason] }
  const { format, accounts, holdings, rejected, skipped, notes } = found
  const some = holdings.length > 0 || accounts.some(({ cash }) => cash !== null)
  return {
    file: { format, accounts, holdings, rejected, skipped, notes },
    problem: some ? null : 'it holds neither a holding nor cash that could be read',
  }
}
