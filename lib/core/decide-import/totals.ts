import type { MoneyCurrency } from '@/lib/core/currency'
import { moneyCurrency, type Place } from '@/lib/core/decide-import/accounts'
import type { CashRow } from '@/lib/core/decide-import/cash'
import type { HoldingGroup } from '@/lib/core/decide-import/holdings'
import { exact, placeKey, type ReadFile } from '@/lib/core/decide-import/read-file'
import type { ImportTotal } from '@/lib/core/positions-import'
import { cents, divideRounded, marketValue, ONE, quantity } from '@/lib/core/units'

interface Sum {
  file: number
  account: string
  currency: MoneyCurrency
  /** In 10^-18. */
  stated: bigint
  ours: bigint
  unpriced: number
}

const PER_CENT = ONE / 100n

/**
 * What the files say of each account that is read, per currency, beside what is imported of it. Ours is what the portfolio will show:
 * quantity × price of each holding, to the cent; of a holding that rows of two accounts make up, each has its share.
 */
export function totalsOf(
  files: readonly (ReadFile | null)[],
  places: ReadonlyMap<string, Place>,
  groups: readonly HoldingGroup[],
  cash: readonly CashRow[],
  older: ReadonlySet<string>,
): ImportTotal[] {
  const sums = new Map<string, Sum>()
  const sumOf = ({ file, read }: Place, code: string): Sum | null => {
    const currency = moneyCurrency(code)
    if (currency === null) return null
    const key = placeKey(file, `${currency} ${read.id}`)
    const sum = sums.get(key) ?? { file, account: read.id, currency, stated: 0n, ours: 0n, unpriced: 0 }
    sums.set(key, sum)
    return sum
  }
  for (const [at, file] of files.entries()) {
    for (const row of file?.holdings ?? []) {
      const key = placeKey(at, row.account)
      const place = older.has(key) ? undefined : places.get(key)
      const sum = place?.target ? sumOf(place, row.currency) : null
      if (sum) addStated(sum, row)
    }
  }
  for (const { place, amount, currency, row } of cash) {
    const sum = sumOf(place, currency)
    const value = inMoney(exact(amount) ?? 0n, currency)
    if (sum) sum.stated += value
    if (sum && row.outcome !== 'rejected') sum.ours += value
  }
  for (const group of groups) addOurs(group, sumOf)
  return [...sums.values()].map(finished)
}

const inMoney = (value: bigint, currency: string): bigint => (currency === 'GBX' ? divideRounded(value, 100n) : value)

function addStated(sum: Sum, row: ReadFile['holdings'][number]): void {
  const [held, price, value] = [exact(row.quantity), exact(row.price), exact(row.value)]
  if (value !== null) {
    // Beside a price in pence a value may be in pounds already.
    const pounds =
      row.currency === 'GBX' &&
      held !== null &&
      price !== null &&
      isNearer(divideRounded(held * price, 100n * ONE), value)
    sum.stated += pounds ? value : inMoney(value, row.currency)
  } else if (held !== null && price !== null) sum.stated += inMoney(divideRounded(held * price, ONE), row.currency)
  else sum.unpriced += 1
}

/** Whether a value in pounds is closer to what the pence make than the same figure in pence would be. */
function isNearer(pounds: bigint, value: bigint): boolean {
  const apart = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a)
  return apart(pounds, value) < apart(100n * pounds, value)
}

function addOurs({ items, values }: HoldingGroup, sumOf: (place: Place, code: string) => Sum | null): void {
  const { price, currency } = values
  if (price === null) return
  const held = new Map<Sum, bigint>()
  for (const item of items) {
    const sum = sumOf(item.place, currency)
    if (sum) held.set(sum, (held.get(sum) ?? 0n) + item.quantity)
  }
  for (const [sum, part] of held) {
    const value = marketValue(quantity(part), price)
    sum.ours += (currency === 'GBX' ? divideRounded(value, 100n) : value) * PER_CENT
  }
}

function finished({ file, account, currency, unpriced, ...sums }: Sum): ImportTotal {
  const stated = cents(divideRounded(sums.stated, PER_CENT))
  const ours = cents(divideRounded(sums.ours, PER_CENT))
  return { file, account, currency, stated, ours, difference: cents(ours - stated), unpriced }
}
