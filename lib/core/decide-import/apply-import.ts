import type { AccountRow, Book, HoldingRow } from '@/lib/core/book'
import type { ImportWrites } from '@/lib/core/decide-import'
import type { Link } from '@/lib/core/decide-import/accounts'
import { findSymbol } from '@/lib/core/directory'
import { limitsOf } from '@/lib/core/trading'
import { cents, ONE, quantity } from '@/lib/core/units'

type Contents = Pick<Book, 'accounts' | 'holdings'>
type Lots = HoldingRow['lots']

/** For tests: a portfolio with its links after an import has been stored. */
export function applyImport(
  book: Contents,
  links: readonly Link[],
  writes: ImportWrites,
): { book: Contents; links: Link[] } {
  const lotsOf = ({ lot, lots }: Pick<ImportWrites['adds'][number], 'lot' | 'lots'>, before: Lots): Lots => {
    if (lots) return lots.map((one, at) => ({ ...one, id: `lot ${at}` }))
    return lot ? [{ id: 'lot', quantity: lot.quantity, unitCost: lot.unitCost, acquired: lot.acquired }] : before
  }
  const limits = (own: ImportWrites['adds'][number]['own']) => (own ? { unit: own.unit, ...limitsOf(own.trading) } : {})
  const shown = (symbol: string, name: string) => name || (findSymbol(symbol)?.name ?? '')
  const cash = new Map(writes.cash.map((write) => [write.target, write]))
  const made = writes.accounts.map(({ key, name, tax, currency }, at): AccountRow => {
    const blank = { cash: cents(0n), reserve: cents(0n), version: 1, position: at + 100 }
    return { ...blank, id: key, name, tax, currency }
  })
  const accounts = [...book.accounts, ...made].map((row): AccountRow => {
    const write = cash.get(row.id)
    return { ...row, cash: write?.cash ?? row.cash, reserve: write?.reserve ?? row.reserve }
  })
  const removed = new Set(writes.removes.map(({ id }) => id))
  const changes = new Map(writes.changes.map((change) => [change.row.id, change]))
  const kept = book.holdings
    .filter(({ id }) => !removed.has(id))
    .map((row): HoldingRow => {
      const change = changes.get(row.id)
      if (!change) return row
      const { name, ...values } = change.values
      const names = { ownName: name, name: shown(row.symbol, name) }
      const lots = lotsOf(change, row.lots)
      return { ...row, ...values, ...names, ...limits(change.own), version: row.version + 1, lots }
    })
  const added = writes.adds.map(({ target, symbol, values: { name, ...values }, lot, lots, own: said }): HoldingRow => {
    const blank = {
      split: null,
      said: null,
      inDirectory: false,
      locked: false,
      unit: quantity(ONE),
      version: 1,
      position: 1,
    }
    const own = { id: `${target} ${symbol}`, accountId: target, symbol, name: shown(symbol, name), ownName: name }
    return { ...blank, ...own, ...values, ...limits(said), lots: lotsOf({ lot, lots }, []) }
  })
  const fresh = new Set(writes.links.map(({ format, externalId }) => `${format}\n${externalId}`))
  const old = links.filter(({ format, externalId }) => !fresh.has(`${format}\n${externalId}`))
  const linked = writes.links.map(({ format, externalId, target }) => ({ format, externalId, accountId: target }))
  return { book: { accounts, holdings: [...kept, ...added] }, links: [...old, ...linked] }
}
