import type { HoldingEntry } from '@/app/(dashboard)/[portfolioId]/holdings/holding-entry'
import { ASSET_CLASSES, type AssetClass, type Weights } from '@/lib/core/asset-class'
import { type AccountRow, type HoldingRow, isStale, soleClass } from '@/lib/core/book'
import type { IsoDate } from '@/lib/core/units'

/** A holding with what is being typed into it. */
export interface ShownHolding {
  entry: HoldingEntry
  row: HoldingRow
}

export const GROUPINGS = ['account', 'class'] as const
export type Grouping = (typeof GROUPINGS)[number]

export const MARKS = ['stale', 'unpriced', 'unclassified'] as const
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
}

/** What a row's user should look at. */
export function marksOf(row: HoldingRow, asOf: IsoDate): Mark[] {
  const marks: [Mark, boolean][] = [
    ['unpriced', row.price === null],
    ['unclassified', row.split === null],
    ['stale', isStale(row, asOf)],
  ]
  return marks.filter(([, holds]) => holds).map(([mark]) => mark)
}

/** The groups in their order, without the rows that the filter hides; a row that still has something to say stays. */
export function groupRows(
  shown: readonly ShownHolding[],
  accounts: readonly AccountRow[],
  choice: Choice,
  asOf: IsoDate,
): Group[] {
  const names = new Map(accounts.map((account) => [account.id, account.name]))
  const visible = shown.filter((item) => isVisible(item, names.get(item.row.accountId) ?? '', choice, asOf))
  const filtered = choice.filter !== '' || choice.only !== null
  const groups =
    choice.grouping === 'account' ? byAccount(visible, accounts, filtered) : byClassKey(visible, accounts, filtered)
  return filtered ? groups.filter((group) => group.holdings.length > 0) : groups
}

function isVisible({ entry, row }: ShownHolding, account: string, { filter, only }: Choice, asOf: IsoDate): boolean {
  if (entry.isNew || entry.theirs || Object.keys(entry.errors).length > 0) return true
  const text = `${row.symbol} ${row.name} ${account}`.toLowerCase()
  const words = filter.toLowerCase().split(/\s+/)
  return words.every((word) => text.includes(word)) && (only === null || marksOf(row, asOf).includes(only))
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
