import type { Position, Problem, TaxedLot } from '@/lib/core/allocator/problem'
import { CLASS_SCALE, MONEY_FUNDS } from '@/lib/core/allocator/problem'
import { NET_REGIONS } from '@/lib/core/allocator/proof'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { compareBigint, ONE, RATE_ONE } from '@/lib/core/units'

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

/** The convex cost of a row's total: nothing between `low` and `high`, then by pieces outwards. Without pieces the total must stay inside. */
export interface RowCost {
  low: number
  high: number
  down: Piece[]
  up: Piece[]
}

/** Up to `length` further, each unit costs `slope`. Slopes rise outwards. */
export interface Piece {
  length: number
  slope: number
}

const CLASSES = ASSET_CLASSES.length
export const PPM_OF_WHOLE = 1e6
const rateNumber = (rate: bigint): number => Number(rate) / Number(RATE_ONE)

/** How each region of net gains taxes a short and a long gain; without a region every lot by itself. */
interface LotRates {
  short: number
  long: number
}

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

const STEPS = 8
const HAIR = 1e-7

/** Inside its band a class is drawn to the middle by a hair, so that money that has to go somewhere goes where it is asked for. */
function drawn(row: RowCost): RowCost {
  if (row.low >= row.high) return row
  const [middle, length] = [(row.low + row.high) / 2, (row.high - row.low) / 2]
  const inside = { length, slope: HAIR }
  return { low: middle, high: middle, down: [inside, ...row.down], up: [inside, ...row.up] }
}

/** Splits the last, endless piece on either side into steps that get dearer by a hair. */
function stepped(row: RowCost, width: number): RowCost {
  if (width <= 0) return row
  const split = (pieces: Piece[]): Piece[] => {
    const last = pieces.at(-1)
    if (!last) return pieces
    const steps = Array.from({ length: STEPS }, (_, s) => ({
      length: s === STEPS - 1 ? Number.POSITIVE_INFINITY : width,
      slope: last.slope * (1 + s * HAIR),
    }))
    return [...pieces.slice(0, -1), ...steps]
  }
  return { ...row, down: split(row.down), up: split(row.up) }
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

interface LotPiece {
  lot: TaxedLot
  index: number
  /** Per unit of the security, in 10^-18. */
  tax: number
  share: number
}

/** The lots of a sale, least weighted tax first; oldest first among equals (then by id), so that the order is the same for all. */
function lotsInOrder(p: Position, problem: Problem, region: number | null): LotPiece[] {
  if (p.sellable === 0n) return []
  const rates = regionRates(problem, region)
  const credit = problem.netting ? 1 : rateNumber(problem.lossCredit)
  const weight = rateNumber(problem.tax)
  const pieces = p.lots.map((lot, index): LotPiece => {
    const gain = Number(lot.gain) / Number(p.holding.price ?? 1n)
    const tax = weight * rates[lot.term] * gain * (gain < 0 ? credit : 1)
    return { lot, index, tax, share: gain }
  })
  return pieces.sort((a, b) => a.tax - b.tax || byAge(a.lot, b.lot))
}

function byAge(a: TaxedLot, b: TaxedLot): number {
  const [x, y] = [a.lot, b.lot]
  if (!x || !y) return x ? -1 : y ? 1 : 0
  if (x.acquired !== y.acquired) return x.acquired < y.acquired ? -1 : 1
  return x.id < y.id ? -1 : x.id > y.id ? 1 : compareBigint(x.quantity, y.quantity)
}

/** In a region the tax is linear: which rate the net of each term bears there. */
export function regionRates(problem: Problem, region: number | null): LotRates {
  const short = Number(problem.shortRate) / 1e4
  const long = Number(problem.longRate) / 1e4
  const signs = region === null ? undefined : NET_REGIONS[region]
  if (!signs) return { short, long }
  const credit = rateNumber(problem.lossCredit)
  if (signs.short > 0 && signs.long > 0) return { short, long }
  if (signs.short < 0 && signs.long < 0) return { short: credit * short, long: credit * long }
  const gainRate = signs.short > 0 ? short : long
  const lossRate = signs.short > 0 ? long : short
  const rate = signs.sum > 0 ? gainRate : credit * lossRate
  return { short: rate, long: rate }
}

/** Lots as pieces of money, cut off where whole units end. */
function fillLots(model: Model, i: number, lots: LotPiece[], money: (value: bigint) => number): void {
  const p = model.problem.positions[i] as Position
  const from = model.lotStart[i] ?? 0
  let left = p.sellable * p.unitWorth
  let at = from
  for (const { lot, index, tax, share } of lots) {
    if (left <= 0n) break
    const worth = lot.quantity * (p.holding.price ?? 0n)
    const used = worth < left ? worth : left
    left -= used
    model.lotMoney[at] = money(used)
    model.lotTax[at] = tax
    model.lotShort[at] = lot.term === 'short' ? share : 0
    model.lotLong[at] = lot.term === 'long' ? share : 0
    model.lotIndex[at] = index
    at += 1
  }
  model.lotStart[i + 1] = at
}

function rowCostsOf(
  problem: Problem,
  rows: number,
  money: (value: bigint) => number,
  region: number | null,
): RowCost[] {
  const { tracking, pull, idle } = problem
  const [far, near] = [rateNumber(tracking), rateNumber(pull)]
  const costs: RowCost[] = problem.classes.map(({ lower, upper, centre }) => {
    const [low, mid, high] = [lower, centre, upper].map((v) => money(v) / Number(CLASS_SCALE)) as [
      number,
      number,
      number,
    ]
    const endless = Number.POSITIVE_INFINITY
    if (near === 0) return { low, high, down: [{ length: endless, slope: far }], up: [{ length: endless, slope: far }] }
    const outwards = (length: number): Piece[] => [
      { length, slope: near },
      { length: endless, slope: far + near },
    ]
    return { low: mid, high: mid, down: outwards(mid - low), up: outwards(high - mid) }
  })
  for (const a of problem.accounts) {
    const free = { low: money(a.floor), high: Number.POSITIVE_INFINITY, down: [], up: [] }
    const idleCost = rateNumber(idle)
    if (a.idleAbove === null || idleCost === 0) costs.push(free)
    else {
      const high = Math.max(free.low, money(a.idleAbove))
      costs.push({ ...free, high, up: [{ length: Number.POSITIVE_INFINITY, slope: idleCost }] })
    }
  }
  const cap = problem.turnoverCap
  costs.push({
    low: Number.NEGATIVE_INFINITY,
    high: cap === null ? Number.POSITIVE_INFINITY : money(cap),
    down: [],
    up: [],
  })
  const signs = region === null ? undefined : NET_REGIONS[region]
  const gains = [signs?.short, signs?.long]
  for (let r = costs.length; r < rows; r++) {
    const sign = gains[r - (rows - 2)] ?? 0
    costs.push({
      low: sign > 0 ? 0 : Number.NEGATIVE_INFINITY,
      high: sign < 0 ? 0 : Number.POSITIVE_INFINITY,
      down: [],
      up: [],
    })
  }
  return costs
}
