import { AMOUNT, type Exact, type ExactPosition, MONEY, MONEY_FUNDS, ONE } from '@/bench/exact'

/** A mixed-integer program in sparse rows, minimised; what the solvers that are compared with ours are given. Money in whole currency. */
export interface Model {
  cost: number[]
  lower: number[]
  upper: number[]
  integer: boolean[]
  rows: { lower: number; upper: number; columns: number[]; values: number[] }[]
}

/** The model with the way back from its columns. */
export interface Stated {
  model: Model
  columns: PositionColumns[]
}

interface PositionColumns {
  buy: number
  sell: number
  lots: number[]
}

/** Signs of net short gain, net long gain and their sum; in each of the six the tax of netted gains is linear. */
export const SIGNS = [
  { short: 1, long: 1, sum: 1 },
  { short: 1, long: -1, sum: 1 },
  { short: 1, long: -1, sum: -1 },
  { short: -1, long: 1, sum: 1 },
  { short: -1, long: 1, sum: -1 },
  { short: -1, long: -1, sum: -1 },
] as const

export type Signs = (typeof SIGNS)[number]

const asMoney = (value: bigint): number => Number(value / (MONEY / 10n ** 12n)) / 1e12

const asNumber = (value: bigint): number => Number(value) / Number(ONE)

/**
 * The problem as a mixed-integer program: whole units bought and sold by position, lots as bounded pieces of what is sold, classes with
 * their distance on either side. With `signs`, only the plans whose net gains have them.
 */
export function stateModel(exact: Exact, signs: Signs | null): Stated {
  const build = new Builder()
  const rows = sharedRows(exact, build)
  const rates = signs ? netRates(exact, signs) : null
  const washes = washBinaries(exact, build)
  const orders = needsOrders(exact)
  const gains = { short: build.terms(), long: build.terms() }
  const columns = exact.positions.map((position, i): PositionColumns => {
    const most = mostUnits(exact, position)
    const worth = asMoney(position.unitWorth)
    const spread = asNumber(position.spread)
    const base = worth * (asNumber(exact.turnover) + spread)
    const buy = build.column(base + worth * asNumber(position.location), most, true)
    const sell = build.column(base, Number(position.sellable), true)
    for (const [c, share] of position.split.entries()) {
      const moved = (Number(share) / Number(AMOUNT)) * worth
      build.add(rows.classes[c], buy, moved)
      build.add(rows.classes[c], sell, -moved)
    }
    takeCash(exact, build, rows, position.account, buy, worth * (1 + spread))
    takeCash(exact, build, rows, position.account, sell, worth * (spread - 1))
    build.add(rows.turnover, buy, worth)
    build.add(rows.turnover, sell, worth)
    if (orders) {
      const on = [
        addOrder(exact, build, rows, position, buy, most),
        addOrder(exact, build, rows, position, sell, Number(position.sellable)),
      ]
      build.row(Number.NEGATIVE_INFINITY, 1, on, [1, 1])
    }
    const wash = washes.get(position.symbol)
    if (wash !== undefined) build.row(Number.NEGATIVE_INFINITY, most, [buy, wash], [1, most])
    const lots = position.lots.map((lot) => {
      const gain = asNumber((lot.gain * position.unit) / ONE)
      const size = Number(lot.quantity) / Number(position.unit)
      const column = build.column(
        rates ? gain * (lot.long ? rates.long : rates.short) : taxAlone(exact, gain, lot.long),
        size,
        false,
      )
      const term = lot.long ? gains.long : gains.short
      term.columns.push(column)
      term.values.push(gain)
      if (wash !== undefined && gain < 0) build.row(Number.NEGATIVE_INFINITY, 0, [column, wash], [1, -size])
      return column
    })
    if (lots.length > 0) build.row(0, 0, [sell, ...lots], [-1, ...lots.map(() => 1)])
    if (!Number.isFinite(most)) throw new Error(`Position ${i} has no limit`)
    return { buy, sell, lots }
  })
  if (signs) keepSigns(build, gains, signs)
  return { model: build.model, columns }
}

interface SharedRows {
  classes: number[]
  cash: number[]
  turnover: number | null
}

function sharedRows(exact: Exact, build: Builder): SharedRows {
  const tracking = asNumber(exact.tracking)
  const classes = exact.classes.map((row) => {
    const amount = asMoney(row.amount / AMOUNT)
    const lower = asMoney(row.lower / AMOUNT) - amount
    const upper = asMoney(row.upper / AMOUNT) - amount
    const short = build.column(tracking, Number.POSITIVE_INFINITY, false)
    const excess = build.column(tracking, Number.POSITIVE_INFINITY, false)
    return build.row(lower, upper, [short, excess], [1, -1])
  })
  const cash = exact.accounts.map((a) => build.row(Number.NEGATIVE_INFINITY, asMoney(a.cash - a.reserve), [], []))
  const turnover = exact.cap === null ? null : build.row(Number.NEGATIVE_INFINITY, asMoney(exact.cap), [], [])
  return { classes, cash, turnover }
}

/** What is taken from an account leaves money-market funds too, where cash counts as them. */
function takeCash(
  exact: Exact,
  build: Builder,
  rows: SharedRows,
  account: number,
  column: number,
  taken: number,
): void {
  build.add(rows.cash[account], column, taken)
  if (exact.cashCounts) build.add(rows.classes[MONEY_FUNDS], column, -taken)
}

/** A binary that is one when the column is used: it pays the fee, and keeps the trade at its minimum. */
function addOrder(
  exact: Exact,
  build: Builder,
  rows: SharedRows,
  position: ExactPosition,
  column: number,
  most: number,
): number {
  const fee = asMoney(exact.orderFee)
  const on = build.column(fee, 1, true)
  build.row(Number.NEGATIVE_INFINITY, 0, [column, on], [1, -most])
  build.row(0, Number.POSITIVE_INFINITY, [column, on], [1, -Number(position.minUnits)])
  takeCash(exact, build, rows, position.account, on, fee)
  return on
}

/** Where nothing pays for it, buying and selling one position at once is never worth while, and the binaries can be left out. */
const needsOrders = (exact: Exact): boolean =>
  exact.orderFee > 0n || exact.lossCredit > 0n || exact.netting || exact.positions.some((p) => p.minUnits > 1n)

/** Units that all the cash and all the sales of its account could buy. */
function mostUnits(exact: Exact, position: ExactPosition): number {
  if (!position.canBuy) return 0
  const account = exact.accounts[position.account]
  let money = account ? account.cash - account.reserve : 0n
  for (const p of exact.positions) if (p.account === position.account) money += p.sellable * p.unitWorth
  if (exact.cap !== null && exact.cap < money) money = exact.cap
  return money > 0n ? Number(money / position.unitWorth) : 0
}

function washBinaries(exact: Exact, build: Builder): Map<string, number> {
  const washes = new Map<string, number>()
  if (exact.lossCredit === 0n) return washes
  for (const position of exact.positions) {
    const loses = position.lots.some((lot) => lot.gain < 0n)
    if (loses && !washes.has(position.symbol)) washes.set(position.symbol, build.column(0, 1, true))
  }
  return washes
}

function taxAlone(exact: Exact, gain: number, long: boolean): number {
  const rate = asNumber(long ? exact.longRate : exact.shortRate)
  return gain * rate * (gain < 0 ? asNumber(exact.lossCredit) : 1) * asNumber(exact.tax)
}

/** What a unit of short and of long gain costs while the net gains have these signs. */
function netRates(exact: Exact, { short, long, sum }: Signs): { short: number; long: number } {
  const weight = asNumber(exact.tax)
  const [shortRate, longRate] = [asNumber(exact.shortRate) * weight, asNumber(exact.longRate) * weight]
  const credit = sum < 0 ? asNumber(exact.lossCredit) : 1
  if (short === long) return { short: shortRate * credit, long: longRate * credit }
  const prevailing = (short === sum ? shortRate : longRate) * credit
  return { short: prevailing, long: prevailing }
}

type Terms = { columns: number[]; values: number[] }

function keepSigns(build: Builder, gains: { short: Terms; long: Terms }, signs: Signs): void {
  const keep = (sign: number, { columns, values }: Terms): number =>
    build.row(sign > 0 ? 0 : Number.NEGATIVE_INFINITY, sign > 0 ? Number.POSITIVE_INFINITY : 0, columns, values)
  keep(signs.short, gains.short)
  keep(signs.long, gains.long)
  const { short, long } = gains
  keep(signs.sum, { columns: [...short.columns, ...long.columns], values: [...short.values, ...long.values] })
}

class Builder {
  readonly model: Model = { cost: [], lower: [], upper: [], integer: [], rows: [] }

  column(cost: number, upper: number, integer: boolean): number {
    this.model.cost.push(cost)
    this.model.lower.push(0)
    this.model.upper.push(upper)
    this.model.integer.push(integer)
    return this.model.cost.length - 1
  }

  row(lower: number, upper: number, columns: number[], values: number[]): number {
    this.model.rows.push({ lower, upper, columns: [...columns], values: [...values] })
    return this.model.rows.length - 1
  }

  /** Adds to a coefficient; nothing where there is no such row. */
  add(row: number | null | undefined, column: number, value: number): void {
    const target = row === null || row === undefined ? undefined : this.model.rows[row]
    if (!target || value === 0) return
    const at = target.columns.lastIndexOf(column)
    if (at >= 0) target.values[at] = (target.values[at] ?? 0) + value
    else {
      target.columns.push(column)
      target.values.push(value)
    }
  }

  terms(): Terms {
    return { columns: [], values: [] }
  }
}
