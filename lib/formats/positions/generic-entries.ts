import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import type { TaxTreatment } from '@/lib/core/portfolio'
import { under } from '@/lib/formats/positions/columns'
import { exactly } from '@/lib/formats/positions/exact-amounts'
import { currencyIn, holdingOf, numbersOf, type Table } from '@/lib/formats/positions/generic-holding'
import { NUMBER_ROLES } from '@/lib/formats/positions/generic-numbers'
import { filled, isCash, isPending, isSymbolLike, symbolOf, totalOf } from '@/lib/formats/positions/generic-rows'
import type { Section } from '@/lib/formats/positions/generic-sections'
import type { FileRow, RejectReason, SkipRule } from '@/lib/formats/positions/positions-file'
import type { Reading } from '@/lib/formats/positions/reading'
import { compareTotal } from '@/lib/formats/positions/stated-total'
import { taxOf } from '@/lib/formats/positions/tax-of'
import { noteOnValue } from '@/lib/formats/positions/value-check'

/** What becomes of a row, to be entered once it is known which snapshot of its account counts. */
export interface Entry {
  row: FileRow
  account: string
  /** As the file writes it; empty where the row has none. */
  date: string
  /** Empty for a row of no security. */
  symbol: string
  enter: (reading: Reading) => void
}

interface NamedAccount {
  id: string
  name: string
  tax: TaxTreatment | null
}

/** The id of the account of a file that names none: another name of the file does not make another account. */
const ONLY_ACCOUNT = 'account'

const plain = (row: FileRow, enter: Entry['enter']): Entry => ({ row, account: '', date: '', symbol: '', enter })
const skip = (row: FileRow, rule: SkipRule): Entry => plain(row, (reading) => reading.skip(row, rule))
const reject = (row: FileRow, reason: RejectReason): Entry => plain(row, (reading) => reading.reject(row, reason))

/** One entry for each row of a section, its header first. */
export function entriesOf(section: Section, titles: ReadonlySet<FileRow>, fileName: string): Entry[] {
  const header = section.header ? [skip(section.header, 'header')] : []
  const { table } = section
  const last = table ? section.rows.findLastIndex((row) => isData(row, table)) : -1
  const rows = section.rows.map((row, at): Entry => {
    if (filled(row) === 0) return skip(row, 'blank')
    if (titles.has(row)) return skip(row, 'accountTitle')
    if (!table) return skip(row, section.kind === 'activity' ? 'activity' : 'preamble')
    return entryOf(row, table, accountOf(row, table, section.title, fileName), at > last)
  })
  return [...header, ...rows]
}

/** Whether a row could be of a security: a number where one belongs, or a symbol. */
const isData = (row: FileRow, table: Table): boolean => hasNumber(row, table) || isSymbolLike(symbolCell(row, table))

const symbolCell = (row: FileRow, { columns }: Table): string => under(row.cells, columns, 'symbol')

const hasNumber = (row: FileRow, { columns, read }: Table): boolean =>
  NUMBER_ROLES.some((role) => columns[role] !== undefined && read(row, role).ok)

function entryOf(row: FileRow, table: Table, account: NamedAccount, behind: boolean): Entry {
  const { columns } = table
  if (isPending(row)) return skip(row, 'pending')
  const total = totalOf(row, columns)
  if (total) return plain(row, (reading) => enterTotal(reading, row, table, total === 'part' ? null : account.id))
  const dated = { row, account: account.id, date: under(row.cells, columns, 'date') }
  if (isCash(row, columns))
    return { ...dated, symbol: 'CASH', enter: (reading) => enterCash(reading, row, table, account) }
  if (!isData(row, table)) return skip(row, behind ? 'footer' : 'otherSection')
  const holding = holdingOf(row, table, account.id)
  if ('reason' in holding) return { ...reject(row, holding.reason), ...dated, symbol: symbolOf(row, columns) }
  if ('rule' in holding) return { ...skip(row, holding.rule), ...dated, symbol: symbolOf(row, columns) }
  return { ...dated, symbol: holding.symbol, enter: (reading) => enterHolding(reading, row, table, holding, account) }
}

function accountOf(row: FileRow, { columns }: Table, title: string | null, fileName: string): NamedAccount {
  const [id, name] = [under(row.cells, columns, 'accountId'), under(row.cells, columns, 'accountName')]
  if (id !== '' || name !== '') return { id: id || name, name: name || id, tax: taxOf(name || id) }
  if (title) return { id: title, name: title, tax: taxOf(title) }
  return { id: ONLY_ACCOUNT, name: fileName.replace(/\.[^.]*$/, ''), tax: null }
}

function enterHolding(
  reading: Reading,
  row: FileRow,
  { columns }: Table,
  holding: ReadHolding,
  account: NamedAccount,
): void {
  const { currency } = holding
  reading.account(account.id, { ...account, currency })
  reading.hold(row, holding)
  const note = noteOnValue(holding)
  if (note) reading.note(note.line, note.code, note.values)
  const role = columns.averageCost === undefined ? 'cost' : 'averageCost'
  if (columns[role] !== undefined && holding.unitCost === null) {
    reading.note(row.line, 'costUnknown', { text: under(row.cells, columns, role) })
  }
}

/** Cash by its value, or by its quantity where no value stands. */
function enterCash(reading: Reading, row: FileRow, table: Table, account: NamedAccount): void {
  const numbers = numbersOf(row, table)
  const amount = 'reason' in numbers ? null : (numbers.value ?? numbers.quantity)
  const currency = currencyIn(row, table, '')
  if ('reason' in numbers) reading.reject(row, numbers.reason)
  else if (amount === null) reading.reject(row, 'quantityMissing')
  else if (currency === null) reading.reject(row, 'currencyUnknown')
  else {
    reading.account(account.id, { ...account, currency })
    reading.cash(row, account.id, amount, currency)
  }
}

/** Skips a total, and says where it is not the sum of what was read above it: of its account or of all. A subtotal (null) is not compared. */
function enterTotal(reading: Reading, row: FileRow, table: Table, account: string | null): void {
  reading.skip(row, 'total')
  const stated = table.read(row, 'value')
  if (account !== null && stated.ok)
    compareTotal(reading, row.line, exactly(stated.value), { accounts: [null, account] })
}
