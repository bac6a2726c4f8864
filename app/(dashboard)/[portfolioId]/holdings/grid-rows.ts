import type { HoldingEntry } from '@/app/(dashboard)/[portfolioId]/holdings/holding-entry'
import { ASSET_CLASSES, type AssetClass, type Weights } from '@/lib/core/asset-class'
import { type AccountRow, type BookFigures, type HoldingRow, isStale, soleClass } from '@/lib/core/book'
import type { IsoDate } from '@/lib/core/units'

/** A holding with what is being typed into it. */
export interface ShownHolding {
  entry: HoldingEntry
  row: HoldingRow
}

export const GROUPINGS = ['account', 'class'] as const
export type Grouping = (typeof GROUPINGS)[number]

export const MARKS = ['stale', 'unpriced', 'unrated', 'unclassified'] as const
export type Mark = (typeof MARKS)[number]

export type ClassKey = AssetClass | 'split' | 'unclassified' | 'cash'

/** A group of the grid: its holdings, whose cash it shows, and in which account a new line is added. */
export interface Group {
  key: string
  title: { kind: 'account'; account: AccountRow } | { kind: 'class'; key: ClassKey }
  holdings: ShownHolding[]
  cash: AccountRow[]
  addTo: AccountRow | null
}

export interface Choice {
  grouping: Grouping
  filter: string
  only: Mark | null
  /** The currencies are shown though all are the same. */
  currencies: boolean
}

/** What a row's user should look at. */
export function marksOf(row: HoldingRow, asOf: IsoDate, unrated: boolean): Mark[] {
  const marks: [Mark, boolean][] = [
    ['unpriced', row.price === null],
    ['unrated', unrated],
    ['unclassified', row.split === null],
    ['stale', isStale(row, asOf)],
  ]
  return marks.filter(([, holds]) => holds).map(([mark]) => mark)
}

/** The groups in their order, without the rows that the filter hides; a row that still has something to say stays. */
export function groupRows(
  { holdings, accounts, figures }: { holdings: readonly ShownHolding[]; accounts: AccountRow[]; figures: BookFigures },
  choice: Choice,
  asOf: IsoDate,
): Group[] {
  const names = new Map(accounts.map((account) => [account.id, account.name]))
  const marked = ({ row }: ShownHolding, mark: Mark) => marksOf(row, asOf, figures.unrated.has(row.id)).includes(mark)
  const visible = holdings.filter(
    (item) =>
      isVisible(item, names.get(item.row.accountId) ?? '', choice.filter) &&
      (choice.only === null || hasToStay(item) || marked(item, choice.only)),
  )
  const filtered = choice.filter !== '' || choice.only !== null
  const groups =
    choice.grouping === 'account' ? byAccount(visible, accounts, filtered) : byClassKey(visible, accounts, filtered)
  return filtered ? groups.filter((group) => group.holdings.length > 0) : groups
}

const hasToStay = ({ entry }: ShownHolding): boolean =>
  entry.isNew || entry.theirs !== null || Object.keys(entry.errors).length > 0

function isVisible(item: ShownHolding, account: string, filter: string): boolean {
  if (hasToStay(item)) return true
  const { row } = item
  const text = `${row.symbol} ${row.name} ${account}`.toLowerCase()
  const words = filter.toLowerCase().split(/\s+/)
  return words.every((word) => text.includes(word))
}

function byAccount(shown: readonly ShownHolding[], accounts: readonly AccountRow[], filtered: boolean): Group[] {
  return accounts.map((account) => ({
    key: account.id,
    title: { kind: 'account', account },
    holdings: shown.filter(({ row }) => row.accountId === account.id),
    cash: filtered ? [] : [account],
    addTo: filtered ? null : account,
  }))
}

const classKey = (split: Weights | null): ClassKey => (split === null ? 'unclassified' : (soleClass(split) ?? 'split'))

function byClassKey(shown: readonly ShownHolding[], accounts: readonly AccountRow[], filtered: boolean): Group[] {
  const keys: ClassKey[] = [...ASSET_CLASSES, 'split', 'unclassified', 'cash']
  const groups = keys.map((key): Group => {
    const holdings = shown.filter(({ row }) => classKey(row.split) === key)
    const cash = key === 'cash' && !filtered ? [...accounts] : []
    return { key, title: { kind: 'class', key }, holdings, cash, addTo: null }
  })
  return groups.filter((group) => group.holdings.length + group.cash.length > 0)
}

/** What the cursor can stand on, from top to bottom. */
export type Line = { kind: 'holding'; id: string } | { kind: 'cash'; id: string } | { kind: 'blank'; id: string }

/** The ids of lines: cash and blank lines are named after their account. */
export const cashLine = (accountId: string): string => `cash-${accountId}`
export const blankLine = (accountId: string): string => `new-${accountId}`

export function linesOf(groups: readonly Group[]): Line[] {
  return groups.flatMap((group) => [
    ...group.holdings.map(({ row }): Line => ({ kind: 'holding', id: row.id })),
    ...(group.addTo ? [{ kind: 'blank' as const, id: blankLine(group.addTo.id) }] : []),
    ...group.cash.map((account): Line => ({ kind: 'cash', id: cashLine(account.id) })),
  ])
}
