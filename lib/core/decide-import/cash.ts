import type { Place } from '@/lib/core/decide-import/accounts'
import { moneyCurrency } from '@/lib/core/decide-import/accounts'
import { exact } from '@/lib/core/decide-import/read-file'
import { merge, reject } from '@/lib/core/decide-import/rows'
import { decimalText } from '@/lib/core/decimal'
import type { ImportRow } from '@/lib/core/positions-import'
import { absolute, type Cents, cents, divideRounded, ONE, sum } from '@/lib/core/units'

/** One row of cash: its account and what it adds. */
export interface CashRow {
  row: ImportRow
  place: Place
  amount: string
  currency: string
}

export interface CashWrite {
  target: string
  cash: Cents
  /** Null leaves it as it is. */
  reserve: Cents | null
}

const PER_CENT = ONE / 100n
/** What an account may hold; far within what the store's whole cents can. */
const MOST_CENTS = 10n ** 17n

/**
 * The cash of each account of the portfolio that the files say something of: the sum of their rows, rounded once to the cent. The first row
 * carries it, the others are merged into that.
 */
export function decideCash(rows: readonly CashRow[]): CashWrite[] {
  const byTarget = new Map<string, CashRow[]>()
  for (const item of rows) {
    const fault = faultOf(item)
    if (fault) reject(item.row, fault)
    else byTarget.set(item.place.target ?? '', [...(byTarget.get(item.place.target ?? '') ?? []), item])
  }
  return [...byTarget].flatMap(([target, group]) => decideGroup(target, group))
}

function faultOf({ place, amount, currency }: CashRow): string | null {
  const money = moneyCurrency(currency)
  if (money === null) return 'currencyNotSupported'
  const reserve = place.read.reserve === undefined ? 0n : exact(place.read.reserve)
  if (exact(amount) === null || reserve === null || reserve >= MOST_CENTS * PER_CENT) return 'tooLarge'
  if (reserve < 0n) return 'reserveNegative'
  return money === (place.existing?.currency ?? place.currency) ? null : 'cashCurrencyDiffers'
}

function decideGroup(target: string, group: readonly CashRow[]): CashWrite[] {
  const [head] = group
  if (!head) return []
  const total = group.reduce((all, item) => all + inMoney(item), 0n)
  const becomes = cents(divideRounded(total, PER_CENT))
  if (absolute(becomes) >= MOST_CENTS) {
    for (const { row } of group) reject(row, 'tooLarge')
    return []
  }
  const was = head.place.existing?.cash ?? null
  const reserve = reserveOf(group)
  const kept = head.place.existing?.reserve ?? null
  const currency = head.place.existing?.currency ?? head.place.currency
  const effect = was === becomes && (reserve === null || reserve === kept) ? 'same' : 'cash'
  Object.assign(head.row, { effect, cash: { was, becomes, currency } })
  if (reserve !== null) head.row.reserve = { was: kept, becomes: reserve }
  if (becomes * PER_CENT !== total) head.row.notes.push({ code: 'cashRounded', values: { amount: decimalText(total) } })
  for (const { row } of group.slice(1)) merge(row, head.row)
  return effect === 'same' ? [] : [{ target, cash: becomes, reserve }]
}

/** What the accounts of the files that go into one keep out of plans together; null when none of them says. */
function reserveOf(group: readonly CashRow[]): Cents | null {
  const reserves = [...new Set(group.map(({ place }) => place))].flatMap(
    ({ read }) => exact(read.reserve ?? null) ?? [],
  )
  if (reserves.length === 0) return null
  return cents(divideRounded(sum(reserves), PER_CENT))
}

/** In 10^-18 of the currency of money: a hundred pence are a pound. */
const inMoney = ({ amount, currency }: CashRow): bigint => {
  const value = exact(amount) ?? 0n
  return currency === 'GBX' ? divideRounded(value, 100n) : value
}
