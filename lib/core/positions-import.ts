import type { Weights } from '@/lib/core/asset-class'
import type { Currency, MoneyCurrency } from '@/lib/core/currency'
import type { TaxTreatment } from '@/lib/core/portfolio'
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
  /** The unit cost of a broker's row says nothing of dates: it is left out, or taken as one lot bought on this day. */
  cost: { kind: 'leave' } | { kind: 'oneLot'; acquired: IsoDate }
}

/** Every row of a file ends in exactly one of these. */
export const IMPORT_OUTCOMES = ['imported', 'merged', 'skipped', 'rejected'] as const
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number]

/** The stored values that an import compares and writes. */
export interface ImportedValues {
  name: string
  quantity: Quantity
  price: UnitPrice | null
  currency: Currency
  pricedOn: IsoDate | null
  priceSource: string | null
}

/** What becomes of one row of a file. */
export interface ImportRow {
  file: number
  line: number
  outcome: ImportOutcome
  /** Of an imported row: what it does to the portfolio. */
  effect: 'add' | 'change' | 'same' | 'cash' | null
  /** The account's id in the file; null for rows of no account. */
  account: string | null
  symbol: string
  name: string
  was: ImportedValues | null
  becomes: ImportedValues | null
  /** Of a merged row: the line of the same file or an earlier one that its quantity is added to. */
  into: { file: number; line: number } | null
  /** Of a skipped row the rule, of a rejected one the reason: keys under `import.rule` and `import.reason`. */
  why: string | null
  /** What the row said that does not fit together: keys under `import.note`, with the figures as texts. */
  notes: { code: string; values: Record<string, string> }[]
  /** The line as it stands in the file. */
  text: string
}

/** An account of a file and what is proposed for it. */
export interface ImportAccount {
  file: number
  account: string
  name: string
  currency: MoneyCurrency
  tax: TaxTreatment | null
  to: AccountChoice
  /** True when the user linked it in an earlier import. */
  linked: boolean
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

export type ImportCounts = Record<ImportOutcome, number> & { rows: number }
