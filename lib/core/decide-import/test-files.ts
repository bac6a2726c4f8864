import type { AccountRow, Book, HoldingRow } from '@/lib/core/book'
import { decideImport, type Known } from '@/lib/core/decide-import'
import type { ReadAccount, ReadFile, ReadHolding } from '@/lib/core/decide-import/read-file'
import { type ImportChoices, NO_CHOICES } from '@/lib/core/positions-import'
import { cents, type IsoDate, ONE, quantity, unitPrice } from '@/lib/core/units'

/** For tests: what stands in a file and in a book, in a few words. */
export const asOf = '2026-11-22' as IsoDate
export const date = (text: string) => text as IsoDate

export type Line = Partial<Omit<ReadHolding, 'line'>> & { symbol: string; quantity: string }

/** A file of one account per name used, one holding a line from line 2. */
export function file(lines: Line[], more: Partial<ReadFile> & { cash?: Record<string, string> } = {}): ReadFile {
  const holdings = lines.map((line, at): ReadHolding => {
    const plain = { account: 'A', name: '', price: null, value: null, unitCost: null, currency: 'USD', class: null }
    return { ...plain, ...line, line: at + 2 }
  })
  const ids = [...new Set([...holdings.map(({ account }) => account), ...Object.keys(more.cash ?? {})])]
  const accounts = ids.map((id): ReadAccount => {
    const currency = holdings.find(({ account }) => account === id)?.currency ?? 'USD'
    return { id, name: id, tax: null, cash: more.cash?.[id] ?? null, currency }
  })
  const cash = Object.entries(more.cash ?? {}).map(([account, amount], at) => {
    const currency = accounts.find(({ id }) => id === account)?.currency ?? 'USD'
    return { line: holdings.length + 2 + at, code: 'cash', values: { account, amount, currency } }
  })
  const rows = Array.from({ length: holdings.length + cash.length + 1 }, (_, at) => ({
    line: at + 1,
    text: `line ${at + 1}`,
  }))
  return {
    ...{ format: 'broker', hash: 'a', date: null, rows, accounts, holdings, rejected: [] },
    skipped: [{ line: 1, rule: 'header', text: 'line 1' }],
    ...more,
    notes: [...(more.notes ?? []), ...cash],
  }
}

export const account = (more: Partial<AccountRow> = {}): AccountRow => ({
  ...{
    id: 'a',
    name: 'A',
    tax: 'taxable',
    currency: 'USD',
    cash: cents(0n),
    reserve: cents(0n),
    version: 1,
    position: 1,
  },
  ...more,
})

export const held = (symbol: string, more: Partial<HoldingRow> = {}): HoldingRow => ({
  ...{
    id: symbol,
    accountId: 'a',
    symbol,
    name: '',
    ownName: '',
    split: null,
    said: null,
    inDirectory: false,
    lots: [],
  },
  ...{ quantity: quantity(10n * ONE), unit: quantity(ONE), price: unitPrice(100n * ONE), currency: 'USD' as const },
  ...{ pricedOn: date('2026-11-20'), priceSource: 'manual', locked: false, version: 1, position: 1 },
  ...more,
})

export const known = (book: Partial<Book> = {}, more: Partial<Known> = {}): Known => ({
  ...{ book: { accounts: [account()], holdings: [], ...book }, links: [], said: new Set(), asOf },
  ...more,
})

export const decide = (files: ReadFile[], with_: Known = known(), choices: Partial<ImportChoices> = {}) =>
  decideImport(files, with_, { ...NO_CHOICES, ...choices })

export const lot = (size: bigint, cost: bigint) => ({
  ...{ id: 'l', quantity: quantity(size * ONE), unitCost: unitPrice(cost * ONE), acquired: date('2020-01-02') },
})
