import type { ReadAccount, ReadHolding, ReadLot } from '@/lib/core/decide-import/read-file'
import type { TaxTreatment } from '@/lib/core/portfolio'
import { isBlank } from '@/lib/formats/positions/columns'
import { exactly, plus, worth } from '@/lib/formats/positions/exact-amounts'
import type {
  FileRow,
  FileTable,
  NoteCode,
  PositionsFile,
  RejectReason,
  SkipRule,
} from '@/lib/formats/positions/positions-file'

/** Where something stands in a file. */
export interface Place {
  line: number
  text: string
}

type Entry = 'counted' | 'rejected' | 'skipped'

/** What was entered so far, in 10^-18, and of how many rounded parts it is the sum. */
export interface Sum {
  held: bigint
  cash: bigint
  parts: number
  currencies: Set<string>
}

/** The key of the sum over all accounts. */
const ALL = Symbol('all')

/**
 * A file being read: every line is written down once, as a holding, a lot, cash, rejected or skipped. What a format says nothing of is skipped by
 * the rule that `finish` gives it, so that no line is lost.
 */
export interface Reading {
  account: (id: string, known?: Partial<Omit<ReadAccount, 'id' | 'cash'>>) => ReadAccount
  hold: (place: Place, holding: ReadHolding) => void
  /** Adds to the lots of a holding that was entered. */
  lot: (place: Place, holding: ReadHolding, lot: Omit<ReadLot, 'line'>) => void
  /** Adds to the cash of an account. Money in another currency than the account's gets an account of its own beside it. */
  cash: (place: Place, accountId: string, amount: string, currency: string) => void
  reject: (place: Place, reason: RejectReason) => void
  skip: (place: Place, rule: SkipRule) => void
  note: (line: number, code: NoteCode, values: Record<string, string>) => void
  /** What was written down of a line so far. */
  entry: (line: number) => Entry | null
  /** Of one account, with the cash beside it in other currencies; null: of all. */
  sum: (account: string | null) => Readonly<Sum>
  holdings: () => readonly ReadHolding[]
  finish: (table: FileTable, rest: (place: Place) => SkipRule) => PositionsFile
}

/** The currency of an account of which a file says nothing. */
export const USUAL_CURRENCY = 'USD'

const nothing = (): Sum => ({ held: 0n, cash: 0n, parts: 0, currencies: new Set() })

/** The filled rows under the titles, which are skipped as the header, as what stands above them is as the preamble. */
export function rowsUnder(reading: Reading, { rows }: FileTable, header: number): FileRow[] {
  const filled = rows.map((row, at) => ({ row, at })).filter(({ row }) => !isBlank(row))
  for (const { row, at } of filled) if (at <= header) reading.skip(row, at === header ? 'header' : 'preamble')
  return filled.filter(({ at }) => at > header).map(({ row }) => row)
}

export function startReading(format: string): Reading {
  const file: PositionsFile = { format, accounts: [], holdings: [], rejected: [], skipped: [], notes: [] }
  const entries = new Map<number, Entry>()
  const accounts = new Map<string, ReadAccount>()
  const sums = new Map<string | symbol, Sum>()

  const account: Reading['account'] = (id, known = {}) => {
    const found = accounts.get(id)
    if (found) return found
    const tax: TaxTreatment | null = known.tax ?? null
    const made = { id, name: known.name || id, tax, cash: null, currency: known.currency || USUAL_CURRENCY }
    accounts.set(id, made)
    file.accounts.push(made)
    return made
  }
  const add = (id: string, currency: string, held: bigint, cash = 0n): void => {
    for (const key of [id, ALL]) {
      const sum = sums.get(key) ?? nothing()
      sum.held += held
      sum.cash += cash
      sum.parts += 1
      sum.currencies.add(currency)
      sums.set(key, sum)
    }
  }
  const note: Reading['note'] = (line, code, values) => file.notes.push({ line, code, values })

  return {
    account,
    note,
    entry: (line) => entries.get(line) ?? null,
    sum: (id) => sums.get(id ?? ALL) ?? nothing(),
    holdings: () => file.holdings,
    hold: (place, holding) => {
      entries.set(place.line, 'counted')
      file.holdings.push(holding)
      const { value, quantity, price } = holding
      add(holding.account, holding.currency, exactly(value) ?? worth(quantity, price) ?? 0n)
    },
    lot: ({ line }, holding, lot) => {
      entries.set(line, 'counted')
      holding.lots ??= []
      holding.lots.push({ ...lot, line })
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
      add(id, currency, 0n, exactly(amount) ?? 0n)
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
      for (const { lots } of file.holdings) lots?.sort((a, b) => a.line - b.line)
      for (const list of [file.holdings, file.rejected, file.skipped, file.notes]) list.sort((a, b) => a.line - b.line)
      return file
    },
  }
}
