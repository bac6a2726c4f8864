import type { Weights } from '@/lib/core/asset-class'
import type { Book, HoldingRow } from '@/lib/core/book'
import {
  type Link,
  linkKey,
  type NewAccount,
  type Place,
  type Places,
  placeAccounts,
} from '@/lib/core/decide-import/accounts'
import { type CashRow, type CashWrite, decideCash } from '@/lib/core/decide-import/cash'
import { goneFrom, holdingKey } from '@/lib/core/decide-import/gone'
import { decideGroup, type HoldingGroup, type HoldingItem, readItem } from '@/lib/core/decide-import/holdings'
import { olderAccounts } from '@/lib/core/decide-import/older'
import { placeKey, type ReadFile } from '@/lib/core/decide-import/read-file'
import { decidedRows, linesOf, openLotRows, openRow, rowsOfCopy, skip } from '@/lib/core/decide-import/rows'
import { unknownSymbols } from '@/lib/core/decide-import/symbols'
import { totalsOf } from '@/lib/core/decide-import/totals'
import type {
  GoneHolding,
  ImportAccount,
  ImportChanges,
  ImportChoices,
  ImportCounts,
  ImportedLot,
  ImportedLots,
  ImportedOwn,
  ImportedValues,
  ImportRow,
  ImportTotal,
  UnknownSymbol,
} from '@/lib/core/positions-import'
import type { IsoDate } from '@/lib/core/units'

/** What a holding becomes; a lot, lots or an own part that is null leaves what there is. */
interface Imported {
  values: ImportedValues
  lot: ImportedLot | null
  lots: ImportedLots | null
  own: ImportedOwn | null
}

/** What an import stores. A target is the id of an account, or the key of one that is to be made. */
export interface ImportWrites {
  accounts: NewAccount[]
  links: { format: string; externalId: string; target: string }[]
  cash: CashWrite[]
  adds: ({ target: string; symbol: string } & Imported)[]
  changes: ({ row: HoldingRow } & Imported)[]
  removes: HoldingRow[]
  classes: { symbol: string; name: string; split: Weights }[]
}

export interface DecidedImport {
  accounts: ImportAccount[]
  rows: ImportRow[]
  gone: GoneHolding[]
  counts: ImportCounts
  changes: ImportChanges
  totals: ImportTotal[]
  unknown: UnknownSymbol[]
  writes: ImportWrites
}

/** What is known beside the files. */
export interface Known {
  book: Pick<Book, 'accounts' | 'holdings'>
  links: readonly Link[]
  /** Symbols that the user has said a class of. */
  said: ReadonlySet<string>
  asOf: IsoDate
}

/**
 * Decides what positions files do to a portfolio. Each row of each file ends in exactly one outcome; quantities and cash replace what is
 * stored; holdings that the files do not have are only removed when they are named. A file (by its place) that could not be read is null.
 */
export function decideImport(files: readonly (ReadFile | null)[], known: Known, choices: ImportChoices): DecidedImport {
  const { book, asOf } = known
  const fresh = files.map((file, at) => (file && isCopy(files, file, at) ? null : file))
  const places = placeAccounts(fresh, book, known.links, choices)
  const older = olderAccounts(fresh)
  const { rows, items, cash } = openRows(files, fresh, places, older, asOf)
  const stored = new Map(book.holdings.map((row) => [holdingKey(row.accountId, row.symbol), row]))
  const groups = [...grouped(items)].flatMap(([key, group]) => {
    const decided = decideGroup(group, stored.get(key) ?? null, { asOf, cost: choices.cost })
    return decided ? [decided] : []
  })
  const written = decideCash(cash)
  const all = [...places.all.values()]
  const seen = new Set(items.map(({ place, symbol }) => holdingKey(place.target ?? '', symbol)))
  const gone = goneFrom(book, fresh, all, seen)
  const removed = new Set(choices.remove)
  const unknown = unknownSymbols(groups, known.said, choices.classes)
  const writes: ImportWrites = {
    accounts: places.created,
    links: newLinks(all, known.links),
    cash: written,
    ...holdingWrites(groups),
    removes: gone.filter(({ id }) => removed.has(id)),
    classes: unknown.flatMap(({ symbol, name, split }) => (split ? [{ symbol, name, split }] : [])),
  }
  return {
    ...{ accounts: all.map((place) => accountOf(place, files, cash)), rows, gone: gone.map(goneOf), unknown, writes },
    counts: countRows(rows),
    changes: countChanges(groups, writes),
    totals: totalsOf(fresh, places.all, groups, cash, older),
  }
}

const isCopy = (files: readonly (ReadFile | null)[], file: ReadFile, at: number): boolean =>
  files.findIndex((other) => other?.hash === file.hash) < at

interface Opened {
  rows: ImportRow[]
  items: HoldingItem[]
  cash: CashRow[]
}

/** A row for each line of each file, and of those that can be held or are cash, what they say. */
function openRows(
  files: readonly (ReadFile | null)[],
  fresh: readonly (ReadFile | null)[],
  { all }: Places,
  older: ReadonlySet<string>,
  asOf: IsoDate,
): Opened {
  const opened: Opened = { rows: [], items: [], cash: [] }
  for (const [at, file] of files.entries()) {
    if (!file) continue
    if (!fresh[at]) {
      opened.rows.push(...rowsOfCopy(file, at))
      continue
    }
    const lines = linesOf(file)
    const why = (account: string): string | null =>
      older.has(placeKey(at, account)) ? 'olderSnapshot' : all.get(placeKey(at, account))?.target ? null : 'accountLeft'
    const own = decidedRows(file, at, lines)
    for (const read of file.holdings) {
      const row = openRow(at, read.line, lines, read.symbol)
      Object.assign(row, { account: read.account, name: read.name })
      const lots = openLotRows(at, read, lines)
      const mine = [row, ...lots.map((lot) => lot.row)]
      own.push(...mine)
      const place = all.get(placeKey(at, read.account))
      const left = why(read.account)
      if (left || !place) for (const one of mine) skip(one, left ?? 'accountLeft')
      else
        opened.items.push(
          ...[readItem({ row, place, read, lots }, { date: file.date, asOf })].flatMap((item) => item ?? []),
        )
    }
    for (const { line, code, values } of file.notes) {
      if (code !== 'cash') continue
      const account = values.account ?? ''
      const row = openRow(at, line, lines)
      row.account = account
      own.push(row)
      const place = all.get(placeKey(at, account))
      const left = why(account)
      if (left || !place) skip(row, left ?? 'accountLeft')
      else opened.cash.push({ row, place, amount: values.amount ?? '0', currency: values.currency ?? '' })
    }
    opened.rows.push(...own.sort((a, b) => a.line - b.line))
  }
  for (const { row, symbol, lots } of opened.items) {
    for (const one of [row, ...(lots ?? []).map((lot) => lot.row)]) one.symbol = symbol
  }
  return opened
}

function grouped(items: readonly HoldingItem[]): Map<string, HoldingItem[]> {
  const groups = new Map<string, HoldingItem[]>()
  for (const item of items) {
    const key = holdingKey(item.place.target ?? '', item.symbol)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

function newLinks(places: readonly Place[], links: readonly Link[]): ImportWrites['links'] {
  const known = new Map(links.map((link) => [linkKey(link.format, link.externalId), link.accountId]))
  const fresh = new Map<string, ImportWrites['links'][number]>()
  for (const { format, read, target } of places) {
    const key = linkKey(format, read.id)
    if (target !== null && known.get(key) !== target) fresh.set(key, { format, externalId: read.id, target })
  }
  return [...fresh.values()]
}

function holdingWrites(groups: readonly HoldingGroup[]): Pick<ImportWrites, 'adds' | 'changes'> {
  const writes: Pick<ImportWrites, 'adds' | 'changes'> = { adds: [], changes: [] }
  for (const { target, symbol, stored, items, ...imported } of groups) {
    if (stored === null) writes.adds.push({ target, symbol, ...imported })
    else if (items[0]?.row.effect === 'change') writes.changes.push({ row: stored, ...imported })
  }
  return writes
}

function accountOf(place: Place, files: readonly (ReadFile | null)[], cash: readonly CashRow[]): ImportAccount {
  const { file, read, currency, to, linked, existing, target } = place
  const becomes = cash.find((item) => item.place.target === target && item.row.cash)?.row.cash?.becomes ?? null
  return {
    ...{ file, account: read.id, name: read.name, currency, tax: read.tax, to, linked },
    holdings: files[file]?.holdings.filter((row) => row.account === read.id).length ?? 0,
    cash: { was: existing?.cash ?? null, becomes: target === null ? null : becomes },
  }
}

const goneOf = (row: HoldingRow): GoneHolding => ({
  ...{ holdingId: row.id, accountId: row.accountId, symbol: row.symbol, name: row.name, quantity: row.quantity },
})

function countRows(rows: readonly ImportRow[]): ImportCounts {
  const counts: ImportCounts = { rows: rows.length, imported: 0, merged: 0, skipped: 0, rejected: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}

function countChanges(groups: readonly HoldingGroup[], writes: ImportWrites): ImportChanges {
  const { adds, changes, removes, cash, accounts, classes } = writes
  return {
    ...{ add: adds.length, change: changes.length, same: groups.length - adds.length - changes.length },
    ...{ cash: cash.length, remove: removes.length, newAccounts: accounts.length, classes: classes.length },
  }
}

/** True when there is nothing to store. */
export const isNothing = (writes: ImportWrites): boolean => Object.values(writes).every((list) => list.length === 0)
