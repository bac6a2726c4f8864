import type { Weights } from '@/lib/core/asset-class'
import type { Currency, MoneyCurrency } from '@/lib/core/currency'
import type { Lot, TaxTreatment } from '@/lib/core/portfolio'
import type { Trading } from '@/lib/core/trading'
import type { Cents, IsoDate, Quantity, UnitPrice } from '@/lib/core/units'

/** Where an account of a file goes: into one that is there, into a new one, or nowhere. */
export type AccountChoice =
  | { kind: 'existing'; accountId: string }
  | { kind: 'new'; name: string; tax: TaxTreatment }
  | { kind: 'leave' }

/** What the user decided in the wizard. Everything that is not named is left as the preview proposes it. */
export interface ImportChoices {
  /** Files are named by their place in the list, accounts by their id in the file. */
  accounts: { file: number; account: string; to: AccountChoice }[]
  /** Classes of symbols that neither the directory nor the user's earlier answers know; basis points, total 10,000. */
  classes: { symbol: string; split: Weights }[]
  /** Holdings of the linked accounts that the files no longer have, and that are to go. The others stay. */
  remove: string[]
  /**
   * The unit cost of a broker's row says nothing of dates: it is left out, or taken as one lot bought on this day. One lot takes the place of
   * lots that do not add up to the quantity; lots that do are more exact than the file, and stay.
   */
  cost: { kind: 'leave' } | { kind: 'oneLot'; acquired: IsoDate }
}

export const NO_CHOICES: ImportChoices = { accounts: [], classes: [], remove: [], cost: { kind: 'leave' } }

/** Every row of a file ends in exactly one of these. */
export const IMPORT_OUTCOMES = ['imported', 'merged', 'skipped', 'rejected'] as const
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number]

/** What an imported row does to the portfolio; `cash` is a change of an account's cash. */
export const IMPORT_EFFECTS = ['add', 'change', 'same', 'cash'] as const
export type ImportEffect = (typeof IMPORT_EFFECTS)[number]

/** The stored values that an import compares and writes. */
export interface ImportedValues {
  name: string
  quantity: Quantity
  price: UnitPrice | null
  currency: Currency
  pricedOn: IsoDate | null
  priceSource: string | null
}

/** The one lot that a row's unit cost becomes, and how many lots it takes the place of. */
export interface ImportedLot {
  quantity: Quantity
  unitCost: UnitPrice
  acquired: IsoDate
  replaces: number
}

/** All lots of a holding at once; their costs are in its currency. */
export type ImportedLots = Omit<Lot, 'id'>[]

/** What only the product's own file says of a holding. */
export interface ImportedOwn {
  unit: Quantity
  trading: Trading
}

/** Keys under `import.note`, with the figures as texts. */
export interface ImportNote {
  code: string
  values: Record<string, string>
}

/** What becomes of one row of a file. */
export interface ImportRow {
  file: number
  /** Physical, from 1. */
  line: number
  outcome: ImportOutcome
  /** Of an imported row: what it does to the portfolio. */
  effect: ImportEffect | null
  /** The account's id in the file; null for rows of no account. */
  account: string | null
  /** Empty for rows of no security, cash among them. */
  symbol: string
  name: string
  /** Of a security: what is stored and what will be. Null for cash, and for rows that are not imported. */
  was: ImportedValues | null
  becomes: ImportedValues | null
  /** Of a row of cash that is imported: the account's cash before (null: a new account) and after. */
  cash: { was: Cents | null; becomes: Cents; currency: MoneyCurrency } | null
  /** Of such a row of the product's own file: the part of the cash that is kept out of plans. */
  reserve: { was: Cents | null; becomes: Cents } | null
  lot: ImportedLot | null
  /** Of a security whose lots stand in the file; `lot` is then null. */
  lots: { was: ImportedLots | null; becomes: ImportedLots } | null
  /** Of a security in the product's own file. */
  own: { was: ImportedOwn | null; becomes: ImportedOwn } | null
  /** Of a merged row: the line of the same file or an earlier one that its quantity is added to, or whose lot it is. */
  into: { file: number; line: number } | null
  /** Of a skipped row the rule, of a rejected one the reason: keys under `import.rule` and `import.reason`. */
  why: string | null
  /** What the row said that does not fit together. */
  notes: ImportNote[]
  /** The line as it stands in the file. */
  text: string
}

/** An account of a file and what is proposed for it, or was chosen. */
export interface ImportAccount {
  file: number
  account: string
  name: string
  currency: MoneyCurrency
  tax: TaxTreatment | null
  to: AccountChoice
  /** True when the user linked it in an earlier import. */
  linked: boolean
  /** How many rows of the file are of securities in it. */
  holdings: number
  cash: { was: Cents | null; becomes: Cents | null }
}

/** A holding of a linked account that the files no longer have. */
export interface GoneHolding {
  holdingId: string
  accountId: string
  symbol: string
  name: string
  quantity: Quantity
}

/**
 * `rows` is the sum of the four. It is the number of the files' lines, except that a line which holds several positions, as the one line of an
 * XML file may, counts once for each of them.
 */
export type ImportCounts = Record<ImportOutcome, number> & { rows: number }

/** What the import will do, counted in holdings and accounts, not in rows. */
export interface ImportChanges {
  add: number
  change: number
  same: number
  /** Accounts whose cash changes. */
  cash: number
  remove: number
  newAccounts: number
  /** Classes of symbols that will be remembered. */
  classes: number
}

/** What a file says that an account is worth in one currency, beside what it will be worth here. Pence are counted in pounds. */
export interface ImportTotal {
  file: number
  account: string
  currency: MoneyCurrency
  /** Values (or quantity × price) of all its rows of securities, and its cash. */
  stated: Cents
  /** What is imported of them. */
  ours: Cents
  /** `ours` − `stated`. */
  difference: Cents
  /** Rows that have neither a value nor a price: neither sum knows them. */
  unpriced: number
}

/** A symbol that no class is known of. `split` is what the file says of it, or what the user chose; else null: asked, or left for later. */
export interface UnknownSymbol {
  symbol: string
  name: string
  rows: number
  split: Weights | null
}

/** Why nothing could be read from a file. */
export const UNREAD_REASONS = ['empty', 'workbook', 'binary', 'unknown'] as const
export type UnreadReason = (typeof UNREAD_REASONS)[number]

/** What a column of a table may hold, for the mapping. */
export const MAPPED_ROLES = [
  ...(['symbol', 'name', 'cusip', 'quantity', 'price', 'value', 'averageCost', 'cost'] as const),
  ...(['accountId', 'accountName', 'currency', 'type', 'date'] as const),
] as const
export type MappedRole = (typeof MAPPED_ROLES)[number]

export const DELIMITERS = ['\t', ';', '|', ','] as const
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1250', 'windows-1252'] as const

/** How a table that is of no known format is to be read. Null leaves that part to the guess. */
export interface Mapping {
  encoding: (typeof ENCODINGS)[number] | null
  delimiter: (typeof DELIMITERS)[number] | null
  /** The mark before the decimals. */
  decimal: '.' | ',' | null
  /** Which of two small numbers of a date is the month. */
  dateOrder: 'monthFirst' | 'dayFirst' | null
  /** The line of the titles, from 1; null when there is none. */
  header: number | null
  /** By column, from the left; null: not read. Each role at most once. Needs a quantity, and a symbol, a name or a CUSIP. */
  columns: (MappedRole | null)[]
}

/** A cell of the mapping step: as it stands, and as it is read (null: nothing, or not readable). Only numbers and dates are read. */
export interface MappedCell {
  text: string
  read: string | null
  /** True where something stands that cannot be read. */
  fault: boolean
}

/** How a table is read: the guess, or the user's mapping, with what it makes of the first rows. */
export interface TableReading {
  mapping: Required<Mapping>
  /** One for each column; empty texts where there is no line of titles. */
  titles: string[]
  /** The first rows below the titles, at most eight. */
  rows: { line: number; cells: MappedCell[] }[]
  /** True when the mapping is the user's: given now, or remembered for files with these titles. */
  own: boolean
  remembered: boolean
}

/** A file of the import. */
export interface ImportFile {
  name: string
  /** Null when nothing could be read; then `problem` says why. */
  format: string | null
  problem: UnreadReason | null
  encoding: (typeof ENCODINGS)[number] | null
  /** The day of its prices, where the file says it. */
  date: IsoDate | null
  /** Lines (of a quoted cell that goes on over several, the first). */
  lines: number
  /** Of a table that is of no known format: for the mapping step. */
  table: TableReading | null
}

/** Everything that the wizard shows. Nothing of it is stored yet. */
export interface ImportPreview {
  /** The portfolio's version that it was computed from: an import names it. */
  version: number
  files: ImportFile[]
  accounts: ImportAccount[]
  rows: ImportRow[]
  gone: GoneHolding[]
  counts: ImportCounts
  changes: ImportChanges
  totals: ImportTotal[]
  unknown: UnknownSymbol[]
}

/** What an import did. `importId` is null when there was nothing to do, so that there is nothing to undo. */
export interface ImportDone {
  importId: string | null
  counts: ImportCounts
  changes: ImportChanges
}
