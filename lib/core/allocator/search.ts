import {
  type Book,
  centsFor,
  MONEY_FUNDS,
  type Position,
  trade,
  unitsFor,
  valueChange,
} from '@/lib/core/allocator/book'
import { classCost, missingCost, orderCost } from '@/lib/core/allocator/cost'
import { type Move, movesThatHelp, type SearchRules, spendable } from '@/lib/core/allocator/moves'
import { absolute, smaller, WHOLE } from '@/lib/core/units'

/** Bounds the work: no move is tried beyond it, and the plan found so far stands. */
const MOST_TRIALS = 40_000
/** So many moves are tried, the most promising first, before the best of them is made. */
const FIRST_LOOK = 12

/** A move in whole units. Both counts are positive or zero. */
interface Trial {
  sell: number | null
  buy: number | null
  sold: bigint
  bought: bigint
}

/**
 * Improves the book in place: makes the single sale, single purchase or sale-and-purchase in one account that lowers the cost most,
 * again and again, until none lowers it. Exact integers throughout, so that equal inputs give equal plans on every machine.
 */
export function search(book: Book, rules: SearchRules): void {
  let trials = 0
  while (trials < MOST_TRIALS) {
    let best: Trial | null = null
    let gain = 0n
    for (const [i, move] of movesThatHelp(book, rules).entries()) {
      if ((best && i >= FIRST_LOOK) || trials >= MOST_TRIALS) break
      for (const trial of trialsOf(book, rules, move)) {
        trials += 1
        const saved = savingOf(book, rules, trial)
        if (saved > gain) [best, gain] = [trial, saved]
      }
    }
    if (!best) return
    make(book, rules, best)
  }
}

/** Sizes at which the best size of a move can lie: where a class meets its goal, where cash, units or a lot run out, the smallest trade. */
function trialsOf(book: Book, rules: SearchRules, move: Move): Trial[] {
  const sizes = new Set<bigint>()
  for (const [c, goal] of rules.goals.entries()) {
    const by = move.shift[c] ?? 0n
    if (by === 0n) continue
    for (const edge of [goal.lower, goal.target, goal.upper]) sizes.add((edge - (book.amounts[c] ?? 0n)) / by)
  }
  for (const limit of limitsOf(book, rules, move)) sizes.add(limit)
  const trials = new Map<string, Trial>()
  for (const size of sizes) {
    if (size < 0n) continue
    for (const trial of sized(book, rules, move, size)) trials.set(`${trial.sold}/${trial.bought}`, trial)
  }
  return [...trials.values()]
}

function limitsOf(book: Book, rules: SearchRules, { sell, buy }: Move): bigint[] {
  const limits = [rules.policy.minTrade as bigint]
  const seller = sell === null ? undefined : book.positions[sell]
  if (seller && sell !== null) {
    const sold = -(book.units[sell] ?? 0n)
    limits.push(centsFor(seller, seller.sellable - sold), -(book.free[seller.account] ?? 0n))
    let used = 0n
    for (const lot of seller.lots) {
      used += lot.quantity
      limits.push(centsFor(seller, used / seller.holding.unit - sold))
    }
  }
  const buyer = buy === null ? undefined : book.positions[buy]
  if (buyer) limits.push(spendable(book, rules, buyer.account), centsFor(buyer, 1n))
  return limits
}

/** A move of about `size` cents in whole units, rounded both ways; purchases are paid by the sale and by free cash. */
function sized(book: Book, rules: SearchRules, { sell, buy }: Move, size: bigint): Trial[] {
  const seller = sell === null ? undefined : book.positions[sell]
  const buyer = buy === null ? undefined : book.positions[buy]
  const around = (position: Position): bigint[] => [unitsFor(position, size), unitsFor(position, size) + 1n]
  if (!seller) return buyer ? around(buyer).map((bought) => ({ sell, buy, sold: 0n, bought })) : []
  const left = seller.sellable + (book.units[sell ?? 0] ?? 0n)
  return around(seller).flatMap((units): Trial[] => {
    const sold = smaller(units, left)
    if (!buyer) return [{ sell, buy, sold, bought: 0n }]
    const proceeds = centsFor(seller, sold)
    const most = unitsFor(buyer, proceeds + spendable(book, rules, buyer.account))
    return [unitsFor(buyer, proceeds), ...around(buyer)].map((bought) => ({
      sell,
      buy,
      sold,
      bought: smaller(bought, most),
    }))
  })
}

interface Leg {
  index: number
  units: bigint
  position: Position
  /** Units traded after the leg. */
  after: bigint
  /** Cents that the leg adds to the position's value. */
  change: bigint
}

function legsOf(book: Book, { sell, buy, sold, bought }: Trial): Leg[] {
  const leg = (index: number | null, units: bigint): Leg[] => {
    const position = index === null ? undefined : book.positions[index]
    if (index === null || !position || units === 0n) return []
    const held = book.units[index] ?? 0n
    const change = valueChange(position, held + units) - valueChange(position, held)
    return [{ index, units, position, after: held + units, change }]
  }
  return [...leg(sell, -sold), ...leg(buy, bought)]
}

/** By how much the trial would lower the cost; zero when it would break a rule. */
function savingOf(book: Book, rules: SearchRules, trial: Trial): bigint {
  const legs = legsOf(book, trial)
  const first = legs[0]
  if (!first || !legs.every((leg) => isLegal(leg, rules))) return 0n
  const { account } = first.position
  const out = legs.reduce((total, leg) => total + leg.change, 0n)
  const before = book.free[account] ?? 0n
  if (trial.bought > 0n && before - out < 0n) return 0n
  if (rules.budget && out > (rules.budget[account] ?? 0n)) return 0n
  const amounts = book.amounts.map((amount, c) => {
    const moved = legs.reduce((total, leg) => total + leg.change * (leg.position.split[c] ?? 0n), amount)
    return book.cashCounts && c === MONEY_FUNDS ? moved - out * BigInt(WHOLE) : moved
  })
  const orders = legs.map(({ position, index, after }) => {
    const now = orderCost(book, position, book.units[index] ?? 0n, rules.policy)
    return now - orderCost(book, position, after, rules.policy)
  })
  const classes = classCost(rules.goals, book.amounts) - classCost(rules.goals, amounts)
  return classes + missingCost(before) - missingCost(before - out) + orders.reduce((a, b) => a + b, 0n)
}

/** Nothing oversold, nothing worth less than a cent or than the smallest trade. */
function isLegal({ position, after }: Leg, rules: SearchRules): boolean {
  const value = absolute(valueChange(position, after))
  return -after <= position.sellable && value > 0n && value >= rules.policy.minTrade
}

function make(book: Book, rules: SearchRules, trial: Trial): void {
  for (const { index, units, position, change } of legsOf(book, trial)) {
    trade(book, index, units)
    if (rules.budget) rules.budget[position.account] = (rules.budget[position.account] ?? 0n) - change
  }
}
