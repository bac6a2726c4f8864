import { sameAccountName } from '@/lib/core/account-fields'
import type { AccountRow, Book } from '@/lib/core/book'
import { isMoneyCurrency, type MoneyCurrency } from '@/lib/core/currency'
import { placeKey, type ReadAccount, type ReadFile } from '@/lib/core/decide-import/read-file'
import { LONGEST_NAME, oneLine } from '@/lib/core/field-reading'
import type { TaxTreatment } from '@/lib/core/portfolio'
import type { AccountChoice, ImportChoices } from '@/lib/core/positions-import'

/** Which account of the portfolio a broker's account went to in an earlier import. */
export interface Link {
  format: string
  externalId: string
  accountId: string
}

/** An account that an import will make; accounts of one broker with one id become one. */
export interface NewAccount {
  key: string
  name: string
  tax: TaxTreatment
  currency: MoneyCurrency
}

/** Where the rows of one account of a file go. */
export interface Place {
  file: number
  read: ReadAccount
  format: string
  currency: MoneyCurrency
  to: AccountChoice
  linked: boolean
  /** The id of the account, or the key of a new one; null when it is left out. */
  target: string | null
  existing: AccountRow | null
}

/** The places of all accounts of all files, by `placeKey`, and the accounts to be made. */
export interface Places {
  all: Map<string, Place>
  created: NewAccount[]
}

const USUAL_TAX: TaxTreatment = 'taxable'

/**
 * Where each account of the files goes: as chosen; else where it went before; else into the account of its name and currency; else into a new
 * one. An account in which nothing can be held (of a currency that is not known) is left out.
 */
export function placeAccounts(
  files: readonly (ReadFile | null)[],
  book: Pick<Book, 'accounts'>,
  links: readonly Link[],
  choices: ImportChoices,
): Places {
  const linkOf = new Map(links.map((link) => [linkKey(link.format, link.externalId), link.accountId]))
  const byId = new Map(book.accounts.map((account) => [account.id, account]))
  const chosen = new Map(choices.accounts.map(({ file, account, to }) => [placeKey(file, account), to]))
  const places: Places = { all: new Map(), created: [] }
  const names = book.accounts.map((account) => account.name)
  for (const [file, read] of files.entries()) {
    for (const account of read?.accounts ?? []) {
      const format = read?.format ?? ''
      const currency = moneyCurrency(account.currency) ?? currencyWithin(read, account.id)
      const usual = currency ?? 'USD'
      const before = byId.get(linkOf.get(linkKey(format, account.id)) ?? '')
      const same = before ?? book.accounts.find((a) => a.currency === usual && sameAccountName(a.name, account.name))
      const to = usable(chosen.get(placeKey(file, account.id)), byId) ?? proposal(account, currency, same)
      const place = { file, read: account, format, currency: usual, linked: before !== undefined }
      places.all.set(placeKey(file, account.id), { ...place, ...settled(to, place, byId, names, places.created) })
    }
  }
  return places
}

export const linkKey = (format: string, externalId: string): string => `${format}\n${externalId}`

/** Pence are held as pounds. */
export const moneyCurrency = (currency: string): MoneyCurrency | null =>
  currency === 'GBX' ? 'GBP' : isMoneyCurrency(currency) ? currency : null

const currencyWithin = (read: ReadFile | null | undefined, id: string): MoneyCurrency | null =>
  read?.holdings.flatMap((row) => (row.account === id ? (moneyCurrency(row.currency) ?? []) : []))[0] ?? null

/** A choice that names an account which is gone counts as none. */
const usable = (to: AccountChoice | undefined, byId: Map<string, AccountRow>): AccountChoice | undefined =>
  to?.kind === 'existing' && !byId.has(to.accountId) ? undefined : to

function proposal(read: ReadAccount, currency: MoneyCurrency | null, same: AccountRow | undefined): AccountChoice {
  if (currency === null) return { kind: 'leave' }
  return same ? { kind: 'existing', accountId: same.id } : { kind: 'new', name: read.name, tax: read.tax ?? USUAL_TAX }
}

function settled(
  to: AccountChoice,
  { format, read, currency }: Pick<Place, 'format' | 'read' | 'currency'>,
  byId: Map<string, AccountRow>,
  names: string[],
  created: NewAccount[],
): Pick<Place, 'to' | 'target' | 'existing'> {
  if (to.kind === 'leave') return { to, target: null, existing: null }
  if (to.kind === 'existing') return { to, target: to.accountId, existing: byId.get(to.accountId) ?? null }
  const key = linkKey(format, read.id)
  const made = created.find((account) => account.key === key) ?? {
    key,
    name: freeName(to.name, names),
    tax: to.tax,
    currency,
  }
  if (!created.includes(made)) {
    created.push(made)
    names.push(made.name)
  }
  return { to: { kind: 'new', name: made.name, tax: made.tax }, target: key, existing: null }
}

/** A name that no account has yet, with a number behind it where the plain one is taken. */
function freeName(text: string, taken: readonly string[]): string {
  const plain = [...oneLine(text)].slice(0, LONGEST_NAME).join('').trim() || '–'
  for (let number = 1; ; number += 1) {
    const behind = number === 1 ? '' : ` ${number}`
    const name = `${[...plain].slice(0, LONGEST_NAME - behind.length).join('')}${behind}`
    if (!taken.some((other) => sameAccountName(other, name))) return name
  }
}
