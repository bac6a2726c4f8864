import { decimalText } from '@/lib/core/decimal'
import { agree, exactly, plus, worth } from '@/lib/formats/positions/exact-amounts'
import type {
  FileRow,
  PositionsFile,
  ReadAccount,
  ReadHolding,
  RejectReason,
  SkipRule,
} from '@/lib/formats/positions/positions-file'
import { taxOf } from '@/lib/formats/positions/tax-of'

export interface NamedAccount {
  id: string
  name: string
  /** More words on the kind of the account, where the name does not say how it is taxed. */
  registration?: string
}

interface Total {
  line: number
  /** Null: of the whole file. */
  account: string | null
  value: bigint
}

/** Where each line of a file is entered, once: as a holding, as cash, as rejected or as skipped. */
export interface Ledger {
  /** The id under which an account is kept; made at its first mention. */
  account: (named: NamedAccount) => string
  hold: (holding: ReadHolding) => void
  cash: (row: FileRow, account: string, value: string) => void
  reject: (row: FileRow, reason: RejectReason) => void
  skip: (row: FileRow, rule: SkipRule) => void
  /** A total that the file states, to be compared with what was read; of one account, or of the file (null). */
  total: (row: FileRow, account: string | null, value: string | null) => void
  note: (note: PositionsFile['notes'][number]) => void
  finish: () => PositionsFile
}

/** What was entered so far, in 10^-18, and of how many rounded parts it is the sum. */
interface Sum {
  value: bigint
  parts: number
}

/** The key of the sum over all accounts. */
const ALL = Symbol('all')

export function openLedger(format: string, currency = 'USD'): Ledger {
  const file: PositionsFile = { format, accounts: [], holdings: [], rejected: [], skipped: [], notes: [] }
  const totals: Total[] = []
  const sums = new Map<string | symbol, Sum>()
  const skip: Ledger['skip'] = (row, rule) => file.skipped.push({ line: row.line, rule, text: row.text })
  const add = (account: string, value: bigint): void => {
    for (const key of [account, ALL]) {
      const sum = sums.get(key) ?? { value: 0n, parts: 0 }
      sums.set(key, { value: sum.value + value, parts: sum.parts + 1 })
    }
  }
  return {
    account: (named) => accountFor(file.accounts, named, currency).id,
    hold: (holding) => {
      file.holdings.push(holding)
      add(holding.account, exactly(holding.value) ?? worth(holding.quantity, holding.price) ?? 0n)
    },
    cash: (row, account, value) => {
      const to = accountFor(file.accounts, { id: account, name: account }, currency)
      to.cash = to.cash === null ? value : plus(to.cash, value)
      file.notes.push({ line: row.line, code: 'cash', values: { account: to.id, value } })
      add(to.id, exactly(value) ?? 0n)
    },
    reject: (row, reason) => file.rejected.push({ line: row.line, reason, text: row.text }),
    skip,
    total: (row, account, value) => {
      skip(row, 'total')
      const stated = exactly(value)
      if (stated !== null) totals.push({ line: row.line, account, value: stated })
    },
    note: (note) => file.notes.push(note),
    finish: () => {
      for (const total of totals) {
        const note = totalNote(total, sums.get(total.account ?? ALL) ?? { value: 0n, parts: 0 })
        if (note) file.notes.push(note)
      }
      file.notes.sort((a, b) => a.line - b.line)
      return file
    },
  }
}

/** Two accounts may end in the same digits: the second is then kept under its whole name. */
function accountFor(accounts: ReadAccount[], named: NamedAccount, currency: string): ReadAccount {
  const { id, name, registration } = named
  const known = accounts.find((a) => a.id === id)
  if (known && (known.name === name || name === id)) return known
  if (known) return accountFor(accounts, { ...named, id: `${name} ${id}` }, currency)
  const tax = taxOf(name) ?? (registration === undefined ? null : taxOf(registration))
  const account: ReadAccount = { id, name, tax, cash: null, currency }
  accounts.push(account)
  return account
}

/** Where a stated total is not the sum of what was read, with the difference: what was rejected is missing from it. */
function totalNote({ line, value }: Total, sum: Sum): PositionsFile['notes'][number] | null {
  if (agree(sum.value, value, sum.parts)) return null
  const values = { file: decimalText(value), read: decimalText(sum.value), difference: decimalText(sum.value - value) }
  return { line, code: 'totalMismatch', values }
}
