import type { AccountRow } from '@/lib/core/book'
import type { MoneyCurrency } from '@/lib/core/currency'
import { decimalText } from '@/lib/core/decimal'
import { type FieldProblems, problem, type Reading, readMoney, readName } from '@/lib/core/field-reading'
import type { TaxTreatment } from '@/lib/core/portfolio'
import type { Cents } from '@/lib/core/units'

/** The fields of an account as they are typed; a field that is absent stays as it is. */
export interface AccountTexts {
  name?: string
  tax?: TaxTreatment
  currency?: MoneyCurrency
  cash?: string
  reserve?: string
}

export interface AccountChange {
  name?: string
  tax?: TaxTreatment
  /** Another currency leaves the amounts as they are written. */
  currency?: MoneyCurrency
  cash?: Cents
  reserve?: Cents
}

/** Typed texts as a change: a name, cash of any sign and a reserve of at least zero, both with at most two decimals. */
export function readAccount(texts: AccountTexts): Reading<AccountChange> {
  const change: AccountChange = {}
  const fields: FieldProblems = {}
  if (texts.name !== undefined) {
    const name = readName(texts.name, true)
    if (name.ok) change.name = name.value
    else fields.name = name.problem
  }
  if (texts.tax !== undefined) change.tax = texts.tax
  if (texts.currency !== undefined) change.currency = texts.currency
  for (const field of ['cash', 'reserve'] as const) {
    const text = texts[field]
    if (text === undefined) continue
    const money = readMoney(text)
    if (!money.ok) fields[field] = money.problem
    else if (field === 'reserve' && money.value < 0n) fields.reserve = problem('negative')
    else change[field] = money.value
  }
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, value: change }
}

type AccountFields = Pick<AccountRow, 'name' | 'tax' | 'currency' | 'cash' | 'reserve'>

/** An account's fields as the plain texts that `readAccount` takes back. */
export function accountTexts(account: AccountFields): Required<AccountTexts> {
  return {
    name: account.name,
    tax: account.tax,
    currency: account.currency,
    cash: decimalText(account.cash, 2, 2),
    reserve: decimalText(account.reserve, 2, 2),
  }
}

/** Names are compared as people read them. */
export const sameAccountName = (a: string, b: string): boolean => nameKey(a) === nameKey(b)

const nameKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
