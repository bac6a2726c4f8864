import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { decimalText } from '@/lib/core/decimal'
import { DECIMALS, divideRounded } from '@/lib/core/units'
import { classIn } from '@/lib/formats/positions/position-row'
import type { RejectReason } from '@/lib/formats/positions/positions-file'
import type { Place, Reading } from '@/lib/formats/positions/reading'

/** One purchase, sale or delivery of a security. */
export interface Activity {
  place: Place
  account: string
  symbol: string
  name: string
  currency: string
  /** `YYYY-MM-DD`, or empty where the file has none; then the order of the file decides. */
  date: string
  direction: 'in' | 'out'
  /** Whole 10^-18; a text is the reason why it could not be read. */
  quantity: bigint | RejectReason
  /** What was paid for all of it, in whole 10^-36; null when the file does not say. Of what goes out it is not asked. */
  cost: bigint | null
  class?: ReadHolding['class']
}

interface Position {
  quantity: bigint
  /** Null once it is not known of a part of the position. */
  cost: bigint | null
}

/**
 * What is left of each security in each account. The unit cost is the moving average of what was paid: a sale takes its share of the cost along.
 * A holding stands on the line of its last activity; the other lines, and those of what is no longer held, remain to be skipped as activities.
 * A security with an unreadable activity, or with more sold than bought, gives no holding: its last line is rejected.
 */
export function deriveHoldings(reading: Reading, activities: readonly Activity[]) {
  const groups = new Map<string, Activity[]>()
  for (const activity of activities) {
    const key = `${activity.account}\n${activity.symbol}`
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push(activity)
  }
  // A transfer is the activity of two positions on one line: whoever has the fewest lines chooses first.
  for (const group of [...groups.values()].toSorted((a, b) => a.length - b.length)) {
    const inOrder = group.toSorted((a, b) => compareText(a.date, b.date) || a.place.line - b.place.line)
    const last = inOrder.at(-1)
    if (last) deriveOne(reading, inOrder, last)
  }
}

/** The last line of a position that stands for no other yet; else its very last. */
function placeOf(reading: Reading, inOrder: readonly Activity[], last: Activity): Place {
  return inOrder.findLast(({ place }) => reading.entry(place.line) === null)?.place ?? last.place
}

function rejectOnce(reading: Reading, place: Place, reason: RejectReason): void {
  if (reading.entry(place.line) === null) reading.reject(place, reason)
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

function deriveOne(reading: Reading, inOrder: readonly Activity[], last: Activity) {
  const faults = inOrder.flatMap(({ place, quantity }) => (typeof quantity === 'string' ? [{ place, quantity }] : []))
  for (const { place, quantity } of faults) rejectOnce(reading, place, quantity)
  if (faults[0]) return rejectOnce(reading, last.place, faults[0].quantity)
  const { quantity, cost } = inOrder.reduce<Position>(after, { quantity: 0n, cost: 0n })
  const place = placeOf(reading, inOrder, last)
  if (quantity < 0n) return rejectOnce(reading, place, 'short')
  // What was received from a position that could not be read is as doubtful as that.
  if (quantity === 0n || reading.entry(place.line) === 'rejected') return
  const oneCurrency = inOrder.every(({ currency }) => currency === last.currency)
  const known = oneCurrency && cost !== null
  const { account, symbol, name, currency } = last
  const assetClass = last.class === undefined ? classIn(symbol, currency) : last.class
  const unitCost = known ? decimalText(divideRounded(cost, quantity), DECIMALS) : null
  const text = { name, quantity: decimalText(quantity), price: null, value: null, unitCost }
  reading.hold(place, { account, symbol, ...text, currency, class: assetClass, line: place.line })
  if (!known) reading.note(place.line, 'costUnknown', { text: '' })
}

function after(before: Position, { direction, quantity: moved, cost }: Activity): Position {
  if (typeof moved === 'string') return before
  if (direction === 'in') {
    if (before.quantity + moved === 0n) return { quantity: 0n, cost: 0n }
    const known = before.cost !== null && cost !== null && before.quantity >= 0n
    return { quantity: before.quantity + moved, cost: known ? (before.cost ?? 0n) + (cost ?? 0n) : null }
  }
  const left = before.quantity - moved
  if (left === 0n) return { quantity: 0n, cost: 0n }
  const known = before.cost !== null && left > 0n
  return { quantity: left, cost: known ? divideRounded((before.cost ?? 0n) * left, before.quantity) : null }
}
