import type { TaxTreatment } from '@/lib/core/portfolio'
import { plus } from '@/lib/formats/positions/exact-amounts'
import type {
  FileTable,
  NoteCode,
  PositionsFile,
  ReadAccount,
  ReadHolding,
  RejectReason,
  SkipRule,
} from '@/lib/formats/positions/positions-file'

/** Where something stands in a file. */
export interface Place {
  line: number
  text: string
}

type Entry = 'counted' | 'rejected' | 'skipped'

/**
 * A file being read: every line is written down once, as a holding, cash, rejected or skipped. What a format says nothing of is skipped by
 * the rule that `finish` gives it, so that no line is lost.
 */
export interface Reading {
  account: (id: string, known?: Partial<Omit<ReadAccount, 'id' | 'cash'>>) => ReadAccount
  hold: (place: Place, holding: ReadHolding) => void
  /** Adds to the cash of an account. Money in another currency than the account's gets an account of its own beside it. */
  cash: (place: Place, accountId: string, amount: string, currency: string) => void
  reject: (place: Place, reason: RejectReason) => void
  skip: (place: Place, rule: SkipRule) => void
  note: (line: number, code: NoteCode, values: Record<string, string>) => void
  /** What was written down of a line so far. */
  entry: (line: number) => Entry | null
  holdings: () => readonly ReadHolding[]
  accounts: () => readonly ReadAccount[]
  finish: (table: FileTable, rest: (place: Place) => SkipRule) => PositionsFile
}

/** The currency of an account of which a file says nothing. */
export const USUAL_CURRENCY = 'USD'

export const isBlank = (row: { text: string; cells: readonly string[] }): boolean =>
  row.text.trim() === '' || row.cells.every((cell) => cell.trim() === '')

export function startReading(format: string): Reading {
  const file: PositionsFile = { format, accounts: [], holdings: [], rejected: [], skipped: [], notes: [] }
  const entries = new Map<number, Entry>()
  const accounts = new Map<string, ReadAccount>()

  const account: Reading['account'] = (id, known = {}) => {
    const found = accounts.get(id)
    if (found) return found
    const tax: TaxTreatment | null = known.tax ?? null
    const made = { id, name: known.name || id, tax, cash: null, currency: known.currency || USUAL_CURRENCY }
    accounts.set(id, made)
    file.accounts.push(made)
    return made
  }
  const note: Reading['note'] = (line, code, values) => file.notes.push({ line, code, values })

  return {
    account,
    note,
    entry: (line) => entries.get(line) ?? null,
    holdings: () => file.holdings,
    accounts: () => file.accounts,
    hold: (place, holding) => {
      entries.set(place.line, 'counted')
      file.holdings.push(holding)
    },
    cash: (place, id, amount, currency) => {
      entries.set(place.line, 'counted')
      const main = account(id, { currency })
      const beside = `${main.id} ${currency}`
      const target =
        main.currency === currency
          ? main
          : account(beside, { name: `${main.name} ${currency}`, tax: main.tax, currency })
      target.cash = plus(target.cash ?? '0', amount)
      note(place.line, 'cash', { account: target.id, amount, currency })
    },
    reject: ({ line, text }, reason) => {
      entries.set(line, 'rejected')
      file.rejected.push({ line, reason, text })
    },
    skip: ({ line, text }, rule) => {
      entries.set(line, 'skipped')
      file.skipped.push({ line, rule, text })
    },
    finish: (table, rest) => {
      for (const row of table.rows) {
        if (entries.has(row.line)) continue
        file.skipped.push({ line: row.line, rule: isBlank(row) ? 'blank' : rest(row), text: row.text })
      }
      for (const list of [file.holdings, file.rejected, file.skipped, file.notes]) list.sort((a, b) => a.line - b.line)
      return file
    },
  }
}
