import type { Prices, RowLeasts } from '@/lib/core/allocator/check-rows'
import { FROM_CLASS, FROM_MONEY, FROM_RATE } from '@/lib/core/allocator/check-scale'
import { ceilTicks, floorTicks } from '@/lib/core/allocator/check-ticks'
import { MONEY_FUNDS, type Position, type Problem } from '@/lib/core/allocator/problem'
import { absolute, RATE_ONE, type Rate } from '@/lib/core/units'

/**
 * A row in ticks. With a total v it costs `outside` × the distance of v from [lower, upper] + `pull` × |v − centre| − `price` × (v − start), and
 * `least` at least; above `high` it is not kept to. A class counts its amount, an account the cash taken, turnover what is traded.
 */
export interface TickRow {
  start: number
  lower: number
  upper: number
  centre: number
  outside: number
  pull: number
  price: number
  least: number
  high: number
  /** Exact: what so many units of a position (sales negative) add to the total. */
  adds: (position: Position, units: bigint) => bigint
}

/** How far the cost of a row with so much added is at least above its least; the margin is that of the parts that were added up. */
export function excessOf(row: TickRow, added: number, margin: number): number {
  const total = row.start + added
  if (total > row.high) return Number.POSITIVE_INFINITY
  return Math.max(0, Math.floor(costOf(row, total) - row.least) - margin)
}

function costOf(row: TickRow, total: number): number {
  const outside = row.outside * Math.max(0, row.lower - total, total - row.upper)
  return outside + row.pull * Math.abs(total - row.centre) - row.price * (total - row.start)
}

/** A total at which a class costs least. */
export function bottomOf(row: TickRow): number {
  const { lower, centre, upper } = row
  return [lower, centre, upper].reduce((least, total) => (costOf(row, total) < costOf(row, least) ? total : least))
}

/**
 * Each of `count` parts of a total was rounded down by up to a tick, and so were the row's own numbers: the cost moves by no more than its
 * slope times that. The rest is the rounding of a few operations on numbers below 2^51.
 */
export const marginOf = (row: TickRow, count: number): number =>
  Math.ceil((row.outside + row.pull + Math.abs(row.price)) * (count + 2)) + 6

const rateNumber = (rate: Rate): number => Number(rate) / 1e9
const priceNumber = (price: bigint | undefined): number => Number(price ?? 0n) / 1e12

/** Exact: the cash that a trade takes from its account. */
function takenBy(problem: Problem, position: Position, units: bigint): bigint {
  if (units === 0n) return 0n
  const moved = units * position.unitWorth
  return (moved * RATE_ONE + absolute(moved) * position.spread + problem.orderFee * RATE_ONE) * FROM_RATE
}

export function classTicks(problem: Problem, prices: Prices, leasts: RowLeasts, c: number, tick: bigint): TickRow {
  const row = problem.classes[c] ?? { amount: 0n, lower: 0n, upper: 0n, centre: 0n }
  const ticks = (amount: bigint) => floorTicks(amount * FROM_CLASS, tick)
  const counts = problem.cashCounts && c === MONEY_FUNDS
  return {
    start: ticks(row.amount),
    lower: ticks(row.lower),
    upper: ticks(row.upper),
    centre: ticks(row.centre),
    outside: rateNumber(problem.tracking),
    pull: rateNumber(problem.pull),
    price: priceNumber(prices.classes[c]),
    least: ceilTicks(leasts.classes[c] ?? 0n, tick),
    high: Number.POSITIVE_INFINITY,
    adds: (position, units) => {
      const own = (position.split[c] ?? 0n) * position.unitWorth * units * FROM_CLASS
      return counts ? own - takenBy(problem, position, units) : own
    },
  }
}

export function cashTicks(problem: Problem, prices: Prices, leasts: RowLeasts, a: number, tick: bigint): TickRow {
  const row = problem.accounts[a] ?? { cash: 0n, floor: 0n, idleAbove: null }
  return {
    ...FLAT,
    lower:
      row.idleAbove === null ? Number.NEGATIVE_INFINITY : floorTicks((row.cash - row.idleAbove) * FROM_MONEY, tick),
    outside: row.idleAbove === null ? 0 : rateNumber(problem.idle),
    price: priceNumber(prices.accounts[a]),
    least: ceilTicks(leasts.accounts[a] ?? 0n, tick),
    high: ceilTicks((row.cash - row.floor) * FROM_MONEY, tick),
    adds: (position, units) => (position.account === a ? takenBy(problem, position, units) : 0n),
  }
}

export function turnoverTicks(prices: Prices, leasts: RowLeasts, cap: bigint, tick: bigint): TickRow {
  return {
    ...FLAT,
    price: priceNumber(prices.turnover),
    least: ceilTicks(leasts.turnover, tick),
    high: ceilTicks(cap * FROM_MONEY, tick),
    adds: (position, units) => absolute(units) * position.unitWorth * FROM_MONEY,
  }
}

const FLAT = {
  start: 0,
  lower: Number.NEGATIVE_INFINITY,
  upper: Number.POSITIVE_INFINITY,
  centre: 0,
  outside: 0,
  pull: 0,
}
