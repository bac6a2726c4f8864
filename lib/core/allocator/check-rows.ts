import {
  CASH_FINE,
  CLASS_FINE,
  FROM_CLASS_PRICE,
  FROM_CLASS_RATE,
  FROM_PRICE,
  FROM_RATE,
  PRICE_OF_RATE,
  priceOf,
  within,
} from '@/lib/core/allocator/check-scale'
import { type CashRow, type ClassRow, MONEY_FUNDS, type Problem } from '@/lib/core/allocator/problem'
import type { Multipliers } from '@/lib/core/allocator/proof'
import { absolute, larger } from '@/lib/core/units'

/** Prices of the rows in 10^-12, each where its row has a least value. */
export interface Prices {
  classes: bigint[]
  accounts: bigint[]
  /** By account: what cash taken from it costs, its effect on money-market funds included. */
  taken: bigint[]
  turnover: bigint
  shortGain: bigint
  longGain: bigint
  /** Exact, per 10^-36 of money: by account what cash taken costs, and what trading costs but the spread. */
  exactTaken: bigint[]
  exactTraded: bigint
}

/** Reads the hints as prices; a row without one has the price zero. */
export function pricesOf(problem: Problem, hints: Multipliers): Prices {
  const steepest = (problem.tracking + problem.pull) * PRICE_OF_RATE
  const classes = problem.classes.map((_, c) => within(priceOf(hints.classes[c]), -steepest, steepest))
  const accounts = problem.accounts.map((a, i) =>
    larger(priceOf(hints.accounts[i]), a.idleAbove === null ? 0n : -problem.idle * PRICE_OF_RATE),
  )
  const cashInClass = problem.cashCounts ? (classes[MONEY_FUNDS] ?? 0n) : 0n
  const taken = accounts.map((price) => price - cashInClass)
  const turnover = problem.turnoverCap === null ? 0n : larger(0n, priceOf(hints.turnover))
  return {
    classes,
    accounts,
    taken,
    exactTaken: taken.map((price) => price * FROM_PRICE),
    exactTraded: problem.turnover * FROM_RATE + turnover * FROM_PRICE,
    turnover,
    shortGain: problem.netting ? priceOf(hints.shortGain) : 0n,
    longGain: problem.netting ? priceOf(hints.longGain) : 0n,
  }
}

/** Exact costs of a class that ends with `amount` (money × CLASS_SCALE × CLASS_FINE): the distance outside its band, and the pull to its centre. */
export function classCost(problem: Problem, row: ClassRow, amount: bigint): { tracking: bigint; pull: bigint } {
  const outside = larger(0n, larger(row.lower * CLASS_FINE - amount, amount - row.upper * CLASS_FINE))
  return {
    tracking: problem.tracking * outside * (FROM_CLASS_RATE / CLASS_FINE),
    pull: problem.pull * absolute(amount - row.centre * CLASS_FINE) * (FROM_CLASS_RATE / CLASS_FINE),
  }
}

/** Exact cost of new money that is left in an account with so much cash (money × CASH_FINE). */
export function idleCost(problem: Problem, row: CashRow, cash: bigint): bigint {
  if (row.idleAbove === null) return 0n
  return problem.idle * larger(0n, cash - row.idleAbove * CASH_FINE) * (FROM_RATE / CASH_FINE)
}

/** The least exact value of each row: what it costs less what it is paid. */
export interface RowLeasts {
  classes: bigint[]
  accounts: bigint[]
  turnover: bigint
}

/** Which rows trades can move at all. */
export interface Touched {
  classes: boolean[]
  accounts: boolean[]
}

export function touchedRows({ positions, classes, accounts, cashCounts }: Problem): Touched {
  const touched = { classes: classes.map(() => false), accounts: accounts.map(() => false) }
  for (const { split, account } of positions) {
    touched.accounts[account] = true
    for (let c = 0; c < split.length; c += 1) if (split[c] !== 0n) touched.classes[c] = true
  }
  if (cashCounts && positions.length > 0) touched.classes[MONEY_FUNDS] = true
  return touched
}

/** A row that no trade moves costs what it costs. */
export function leastOfRows(problem: Problem, prices: Prices, touched: Touched): RowLeasts {
  const classes = problem.classes.map((row, c) => {
    if (touched.classes[c]) return leastOfClass(problem, row, prices.classes[c] ?? 0n)
    const { tracking, pull } = classCost(problem, row, row.amount * CLASS_FINE)
    return tracking + pull
  })
  const accounts = problem.accounts.map((row, a) =>
    touched.accounts[a]
      ? leastOfCash(problem, row, prices.accounts[a] ?? 0n)
      : idleCost(problem, row, row.cash * CASH_FINE),
  )
  return { classes, accounts, turnover: -prices.turnover * (problem.turnoverCap ?? 0n) * FROM_PRICE }
}

/** Convex with its corners at the edges and the centre, and no price steeper than its ends: the least is at a corner. */
function leastOfClass(problem: Problem, row: ClassRow, price: bigint): bigint {
  const values = [row.lower, row.centre, row.upper].map((amount) => {
    const { tracking, pull } = classCost(problem, row, amount * CLASS_FINE)
    return tracking + pull - price * (amount - row.amount) * FROM_CLASS_PRICE
  })
  return values.reduce((least, value) => (value < least ? value : least))
}

/** Over all cash from the floor up: the least is at the floor or where new money begins to lie idle. */
function leastOfCash(problem: Problem, row: CashRow, price: bigint): bigint {
  const at = (cash: bigint) => idleCost(problem, row, cash * CASH_FINE) - price * (row.cash - cash) * FROM_PRICE
  const atFloor = at(row.floor)
  if (row.idleAbove === null || row.idleAbove <= row.floor) return atFloor
  const atIdle = at(row.idleAbove)
  return atIdle < atFloor ? atIdle : atFloor
}
