import { fillLots, lotsInOrder } from '@/lib/core/allocator/model-lots'
import { drawn, type RowCost, rateNumber, rowCostsOf, STEPS, stepped } from '@/lib/core/allocator/model-rows'
import { CLASS_SCALE, MONEY_FUNDS, type Position, type Problem } from '@/lib/core/allocator/problem'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { ONE } from '@/lib/core/units'

/**
 * The floating copy of a problem on which the solver works. Money is in millionths of the portfolio, so that a gap in it is a gap in ppm.
 * What is decided here is checked exactly afterwards; a rounding error can make a plan worse, never wrong.
 *
 * Rows: the six classes, then the accounts' cash, then turnover, and with netting the short and the long gains. Every position moves row
 * totals linearly with the money it buys or sells, apart from gains, which go lot by lot.
 */
export interface Model {
  problem: Problem
  /** Millionths of the portfolio per unit of currency. */
  scale: number
  positions: number
  rows: number
  /** Row totals before any trade. */
  start: Float64Array
  rowCosts: RowCost[]
  /** The same with a hair more for every step further out, so that among plans of equal cost the relaxation evens out what is left. */
  evened: RowCost[]
  /** By position: money of one unit, most units to sell and to buy, fewest units of a trade. */
  unit: Float64Array
  sellMax: Float64Array
  buyMax: Float64Array
  minUnits: Float64Array
  /** By position: own cost per money traded. */
  sellCost: Float64Array
  buyCost: Float64Array
  fee: number
  /** By position and row: what one unit of money sold or bought adds to the row. */
  sellRow: Float64Array
  buyRow: Float64Array
  account: Int32Array
  /** By position, from lotStart[i] to lotStart[i + 1]: lots in the order of sale. */
  lotStart: Int32Array
  lotMoney: Float64Array
  /** Weighted tax per money sold; gains per money sold. */
  lotTax: Float64Array
  lotShort: Float64Array
  lotLong: Float64Array
  /** Index of each piece into its position's lots. */
  lotIndex: Int32Array
  turnoverRow: number
  shortRow: number
  netting: boolean
}

const CLASSES = ASSET_CLASSES.length

export const PPM_OF_WHOLE = 1e6

export function modelOf(problem: Problem, region: number | null = null): Model {
  const gross = problem.positions.reduce((sum, p) => sum + p.sellable * p.unitWorth, 0n)
  const size = problem.whole > gross ? problem.whole : gross
  const perMoney = size > 0n ? PPM_OF_WHOLE / Number(size) : 1
  const money = (value: bigint): number => Number(value) * perMoney
  const { accounts, positions } = problem
  const turnoverRow = CLASSES + accounts.length
  const rows = turnoverRow + 1 + (problem.netting ? 2 : 0)
  const n = positions.length
  const lots = positions.map((p) => lotsInOrder(p, problem, region))
  const pieces = lots.reduce((sum, list) => sum + list.length, 0)
  const rowCosts = rowCostsOf(problem, rows, money, region)
  const furthest = Math.max(
    ...problem.classes.map(({ amount, lower, upper }) => {
      const out = amount < lower ? lower - amount : amount - upper
      return out > 0n ? money(out) / Number(CLASS_SCALE) : 0
    }),
  )
  const model: Model = {
    problem,
    scale: perMoney * Number(ONE) * Number(ONE),
    positions: n,
    rows,
    start: new Float64Array(rows),
    rowCosts,
    evened: rowCosts.map((row, r) => (r < CLASSES ? stepped(drawn(row), furthest / STEPS) : row)),
    unit: new Float64Array(n),
    sellMax: new Float64Array(n),
    buyMax: new Float64Array(n),
    minUnits: new Float64Array(n),
    sellCost: new Float64Array(n),
    buyCost: new Float64Array(n),
    fee: money(problem.orderFee),
    sellRow: new Float64Array(n * rows),
    buyRow: new Float64Array(n * rows),
    account: new Int32Array(n),
    lotStart: new Int32Array(n + 1),
    lotMoney: new Float64Array(pieces),
    lotTax: new Float64Array(pieces),
    lotShort: new Float64Array(pieces),
    lotLong: new Float64Array(pieces),
    lotIndex: new Int32Array(pieces),
    turnoverRow,
    shortRow: turnoverRow + 1,
    netting: problem.netting,
  }
  for (const [c, row] of problem.classes.entries()) model.start[c] = money(row.amount) / Number(CLASS_SCALE)
  for (const [a, row] of accounts.entries()) model.start[CLASSES + a] = money(row.cash)
  const most = mostCash(problem, money)
  for (const [i, p] of positions.entries()) fillPosition(model, i, p, most[p.account] ?? 0)
  for (const [i, list] of lots.entries()) fillLots(model, i, list, money)
  return model
}

/** Cash that an account could spend at most: what it has above its floor and all it may sell. */
function mostCash(problem: Problem, money: (value: bigint) => number): number[] {
  const most = problem.accounts.map((a) => money(a.cash - a.floor))
  for (const p of problem.positions) {
    most[p.account] = (most[p.account] ?? 0) + money(p.sellable * p.unitWorth) * (1 - rateNumber(p.spread))
  }
  return most
}

function fillPosition(model: Model, i: number, p: Position, most: number): void {
  const { problem, rows } = model
  const spread = rateNumber(p.spread)
  const unit = (Number(p.unitWorth) / (Number(ONE) * Number(ONE))) * model.scale
  model.unit[i] = unit
  model.account[i] = p.account
  model.minUnits[i] = Number(p.minUnits)
  model.sellMax[i] = p.sellable >= p.minUnits ? Number(p.sellable) : 0
  const cap = problem.turnoverCap === null ? Number.POSITIVE_INFINITY : (model.rowCosts[model.turnoverRow]?.high ?? 0)
  const room = Math.floor(Math.min(Math.max(0, most - model.fee) / (unit * (1 + spread)), cap / unit) + 1e-9)
  model.buyMax[i] = p.canBuy && room >= Number(p.minUnits) ? room : 0
  model.sellCost[i] = rateNumber(problem.turnover) + spread
  model.buyCost[i] = rateNumber(problem.turnover) + spread + rateNumber(p.location)
  for (const [c, share] of p.split.entries()) {
    const part = Number(share) / Number(CLASS_SCALE)
    model.sellRow[i * rows + c] = -part
    model.buyRow[i * rows + c] = part
  }
  if (problem.cashCounts) {
    model.sellRow[i * rows + MONEY_FUNDS] = (model.sellRow[i * rows + MONEY_FUNDS] ?? 0) + 1 - spread
    model.buyRow[i * rows + MONEY_FUNDS] = (model.buyRow[i * rows + MONEY_FUNDS] ?? 0) - 1 - spread
  }
  model.sellRow[i * rows + CLASSES + p.account] = 1 - spread
  model.buyRow[i * rows + CLASSES + p.account] = -1 - spread
  model.sellRow[i * rows + model.turnoverRow] = 1
  model.buyRow[i * rows + model.turnoverRow] = 1
}
