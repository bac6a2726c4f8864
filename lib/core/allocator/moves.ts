import { type Book, centsFor, MONEY_FUNDS, type Position, taxOfSale, unitsFor } from '@/lib/core/allocator/book'
import { DISTANCE, MISSING, OFF_CENTRE, TURNOVER } from '@/lib/core/allocator/cost'
import type { Goal } from '@/lib/core/allocator/goal'
import type { PlanPolicy } from '@/lib/core/plan'
import { absolute, larger, smaller, WHOLE } from '@/lib/core/units'

/** A sale, a purchase, or both in one account, of a size to be found. Numbers are indices of positions. */
export interface Move {
  sell: number | null
  buy: number | null
  /** Basis points by class that one moved cent adds. */
  shift: readonly bigint[]
  /** Change of the cost by the first cent moved; negative is better. */
  slope: bigint
  /** How far the classes that it helps are from their targets, weighted by how much of each cent goes there. */
  gap: bigint
}

export interface SearchRules {
  goals: Goal[]
  policy: PlanPolicy
  maySell: boolean
  /** Cents by account that purchases may still use; null: all free cash. */
  budget: bigint[] | null
}

/** Cents over which the tax rate of a sale is felt out: enough that rounding does not blur it. */
const PROBE = 100_00n
const SCALE = BigInt(WHOLE)

/** Every move that lowers the cost at first, the most promising first. */
export function movesThatHelp(book: Book, rules: SearchRules): Move[] {
  const sells = rules.maySell ? indices(book, (p, units) => units <= 0n && p.sellable + units > 0n) : []
  const buys = indices(book, (p, units) => units >= 0n && (rules.maySell || spendable(book, rules, p.account) > 0n))
  const slopes = slopeTable(book, rules)
  const moves: Move[] = []
  const consider = (sell: number | null, buy: number | null, tax: bigint): void => {
    const at = slopes(sell, buy)
    if (at.slope + tax < 0n) moves.push({ sell, buy, shift: at.shift, slope: at.slope + tax, gap: at.gap })
  }
  for (const buy of buys) consider(null, buy, 0n)
  for (const sell of sells) {
    const position = book.positions[sell] as Position
    const tax = marginalTax(position, -(book.units[sell] ?? 0n), rules.policy)
    consider(sell, null, tax - ((book.free[position.account] ?? 0n) < 0n ? MISSING * SCALE : 0n))
    for (const buy of buys)
      if (buy !== sell && book.positions[buy]?.account === position.account) consider(sell, buy, tax)
  }
  return moves.sort((a, b) => preferred(book, a, b))
}

/** Cents that purchases in an account may use before anything is sold there. */
export function spendable(book: Book, rules: SearchRules, account: number): bigint {
  const free = larger(book.free[account] ?? 0n, 0n)
  return rules.budget ? smaller(free, rules.budget[account] ?? 0n) : free
}

function indices(book: Book, fits: (position: Position, units: bigint) => boolean): number[] {
  return book.positions.flatMap((p, i) => (fits(p, book.units[i] ?? 0n) ? [i] : []))
}

/** Steeper first; then the larger gaps; then moves that add to an order already in the plan; then the larger position; then the order of the book. */
function preferred(book: Book, a: Move, b: Move): number {
  if (a.slope !== b.slope) return a.slope < b.slope ? -1 : 1
  if (a.gap !== b.gap) return a.gap > b.gap ? -1 : 1
  const orders = newOrders(book, a) - newOrders(book, b)
  if (orders !== 0) return orders
  const size = sizeOf(book, b) - sizeOf(book, a)
  return size === 0n ? 0 : size < 0n ? -1 : 1
}

const newOrders = (book: Book, move: Move): number =>
  [move.sell, move.buy].filter((i) => i !== null && book.units[i] === 0n).length

const sizeOf = (book: Book, move: Move): bigint => {
  const value = (i: number | null): bigint => (i === null ? 0n : (book.positions[i]?.value ?? 0n))
  return value(move.sell) + value(move.buy)
}

type Sloped = Pick<Move, 'shift' | 'slope' | 'gap'>

/** Slopes without tax depend on the two splits alone, so they are found once for each pair of splits. */
function slopeTable(book: Book, rules: SearchRules): (sell: number | null, buy: number | null) => Sloped {
  const known = new Map<string, Sloped>()
  const kinds = book.positions.map((p) => p.split.join())
  const kind = (i: number | null): string => (i === null ? '-' : (kinds[i] ?? '-'))
  return (sell, buy) => {
    const key = `${kind(sell)}>${kind(buy)}`
    const found = known.get(key) ?? slopeOf(book, rules, sell, buy)
    known.set(key, found)
    return found
  }
}

function slopeOf(book: Book, rules: SearchRules, sell: number | null, buy: number | null): Sloped {
  const shift = classShift(book, sell, buy)
  let slope = (sell === null || buy === null ? 1n : 2n) * TURNOVER * SCALE
  let gap = 0n
  for (const [c, goal] of rules.goals.entries()) {
    const by = shift[c] ?? 0n
    const amount = book.amounts[c] ?? 0n
    if (by === 0n) continue
    slope += firstCent(goal, amount, by)
    gap += larger(0n, by * (goal.target - amount))
  }
  return { shift, slope, gap }
}

/** Change of one class's cost by the first cent of a move that adds `by` basis points of it to the class. */
function firstCent(goal: Goal, amount: bigint, by: bigint): bigint {
  const up = by > 0n
  const size = absolute(by)
  const away = up ? amount >= goal.upper : amount <= goal.lower
  const closer = up ? amount < goal.lower : amount > goal.upper
  const offCentre = (up ? amount >= goal.target : amount <= goal.target) ? OFF_CENTRE : -OFF_CENTRE
  return size * (offCentre + (away ? DISTANCE : closer ? -DISTANCE : 0n))
}

function classShift(book: Book, sell: number | null, buy: number | null): bigint[] {
  const sold = sell === null ? undefined : book.positions[sell]?.split
  const bought = buy === null ? undefined : book.positions[buy]?.split
  const toCash = (sold ? SCALE : 0n) - (bought ? SCALE : 0n)
  return book.amounts.map(
    (_, c) => (bought?.[c] ?? 0n) - (sold?.[c] ?? 0n) + (book.cashCounts && c === MONEY_FUNDS ? toCash : 0n),
  )
}

/** Tax per cent sold over the next few units, in units of the cost. */
function marginalTax(position: Position, sold: bigint, policy: PlanPolicy): bigint {
  if (position.lots.length === 0) return 0n
  const more = smaller(larger(unitsFor(position, PROBE), 1n), position.sellable - sold)
  const next = taxOfSale(position, sold + more, policy) - taxOfSale(position, sold, policy)
  return (DISTANCE * SCALE * next) / larger(centsFor(position, more), 1n)
}
