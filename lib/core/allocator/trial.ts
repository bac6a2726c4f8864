import type { Model } from '@/lib/core/allocator/model'

/** Outside a constraint every millionth costs so many times the dearest ordinary thing: searches find their own way back in. */
const OUTSIDE = 1000
const NONE_MISSING = 1e-7

/** A plan on trial: whole units by position, the row totals that follow, and what all of it costs in ppm of the portfolio. */
export class Trial {
  readonly units: Float64Array
  readonly totals: Float64Array
  /** What the orders cost by themselves. */
  private own = 0
  private readonly low: Float64Array
  private readonly high: Float64Array
  private readonly centre: Float64Array
  private readonly downSlope: Float64Array
  private readonly upSlope: Float64Array
  private readonly pull: number
  private readonly penalty: number
  private readonly washGroups: number[][]

  constructor(readonly model: Model) {
    const m = model.rows
    this.units = new Float64Array(model.positions)
    this.totals = Float64Array.from(model.start)
    this.low = new Float64Array(m)
    this.high = new Float64Array(m)
    this.centre = new Float64Array(m)
    this.downSlope = new Float64Array(m)
    this.upSlope = new Float64Array(m)
    this.pull = Number(model.problem.pull) / 1e9
    const steepest = Math.max(1, ...model.rowCosts.flatMap((row) => [...row.up, ...row.down].map((p) => p.slope)))
    this.penalty = OUTSIDE * steepest
    for (const [r, row] of model.rowCosts.entries()) {
      const [down, up] = [row.down.at(-1), row.up.at(-1)]
      const pulled = row.down.length > 1
      this.low[r] = pulled ? row.low - (row.down[0]?.length ?? 0) : row.low
      this.high[r] = pulled ? row.high + (row.up[0]?.length ?? 0) : row.high
      this.centre[r] = pulled ? row.low : Number.NaN
      this.downSlope[r] = down ? down.slope - (pulled ? this.pull : 0) : this.penalty
      this.upSlope[r] = up ? up.slope - (pulled ? this.pull : 0) : this.penalty
    }
    if (model.netting) {
      for (const r of [model.shortRow, model.shortRow + 1]) {
        this.low[r] = Number.NEGATIVE_INFINITY
        this.high[r] = Number.POSITIVE_INFINITY
      }
    }
    this.washGroups = washGroupsOf(model)
  }

  get objective(): number {
    let sum = this.own
    for (let r = 0; r < this.totals.length; r++) sum += this.rowCost(r, this.totals[r] ?? 0)
    if (this.model.netting) sum += this.netTax()
    for (const group of this.washGroups) if (this.isWash(group)) sum += this.penalty * 1e6
    return sum
  }

  /** True when no account lacks cash and no limit is passed. */
  get feasible(): boolean {
    const { model } = this
    for (let r = 6; r <= model.turnoverRow; r++) {
      const total = this.totals[r] ?? 0
      if (total < (model.rowCosts[r]?.low ?? 0) - NONE_MISSING) return false
    }
    if ((this.totals[model.turnoverRow] ?? 0) > (this.high[model.turnoverRow] ?? 0) + NONE_MISSING) return false
    return !this.washGroups.some((group) => this.isWash(group))
  }

  /** What a row total costs. */
  rowCost(r: number, total: number): number {
    let cost = 0
    if (total < (this.low[r] ?? 0)) cost = (this.downSlope[r] ?? 0) * ((this.low[r] ?? 0) - total)
    else if (total > (this.high[r] ?? 0)) cost = (this.upSlope[r] ?? 0) * (total - (this.high[r] ?? 0))
    const centre = this.centre[r] ?? Number.NaN
    return Number.isNaN(centre) ? cost : cost + this.pull * Math.abs(total - centre)
  }

  /** How far a row is below (−) or above (+) where it costs nothing. */
  offOf(r: number): number {
    const total = this.totals[r] ?? 0
    if (total < (this.low[r] ?? 0)) return total - (this.low[r] ?? 0)
    return total > (this.high[r] ?? 0) ? total - (this.high[r] ?? 0) : 0
  }

  roomDown(r: number): number {
    return (this.totals[r] ?? 0) - (this.model.rowCosts[r]?.low ?? 0)
  }

  /** Trades `units` of position i instead of what it traded before. */
  set(i: number, units: number): void {
    const before = this.units[i] ?? 0
    if (before === units) return
    this.apply(i, before, -1)
    this.apply(i, units, 1)
    this.units[i] = units
  }

  copyFrom(other: Trial): void {
    this.units.set(other.units)
    this.totals.set(other.totals)
    this.own = other.own
  }

  /** Adds up everything afresh, so that rounding errors do not gather. */
  refresh(): void {
    this.totals.set(this.model.start)
    this.own = 0
    for (let i = 0; i < this.units.length; i++) this.apply(i, this.units[i] ?? 0, 1)
  }

  private apply(i: number, units: number, times: number): void {
    if (units === 0) return
    const { model, totals } = this
    const m = model.rows
    const buys = units > 0
    const money = Math.abs(units) * (model.unit[i] ?? 0)
    const rows = buys ? model.buyRow : model.sellRow
    for (let r = 0, k = i * m; r < m; r++, k++) totals[r] = (totals[r] ?? 0) + times * money * (rows[k] ?? 0)
    this.own += times * ownCost(model, i, units)
    if (model.fee > 0) {
      const cash = 6 + (model.account[i] ?? 0)
      totals[cash] = (totals[cash] ?? 0) - times * model.fee
      if (model.problem.cashCounts) totals[MONEY_FUND_ROW] = (totals[MONEY_FUND_ROW] ?? 0) - times * model.fee
    }
    if (model.netting && !buys) this.applyGains(i, money, times)
  }

  private applyGains(i: number, money: number, times: number): void {
    const { model, totals } = this
    let left = money
    for (let l = model.lotStart[i] ?? 0; l < (model.lotStart[i + 1] ?? 0) && left > 0; l++) {
      const used = Math.min(left, model.lotMoney[l] ?? 0)
      left -= used
      totals[model.shortRow] = (totals[model.shortRow] ?? 0) + times * used * (model.lotShort[l] ?? 0)
      totals[model.shortRow + 1] = (totals[model.shortRow + 1] ?? 0) + times * used * (model.lotLong[l] ?? 0)
    }
  }

  /** Weighted tax of the net gains. */
  private netTax(): number {
    const { problem, shortRow } = this.model
    const [s, l] = [this.totals[shortRow] ?? 0, this.totals[shortRow + 1] ?? 0]
    const [short, long, credit] = [
      Number(problem.shortRate) / 1e4,
      Number(problem.longRate) / 1e4,
      Number(problem.lossCredit) / 1e9,
    ]
    const weight = Number(problem.tax) / 1e9
    if (s >= 0 && l >= 0) return weight * (short * s + long * l)
    if (s < 0 && l < 0) return weight * credit * (short * s + long * l)
    const [gainRate, lossRate] = s >= 0 ? [short, long] : [long, short]
    return weight * (s + l) * (s + l >= 0 ? gainRate : credit * lossRate)
  }

  private isWash(group: number[]): boolean {
    let [bought, lossSold] = [false, false]
    for (const i of group) {
      const units = this.units[i] ?? 0
      if (units > 0) bought = true
      else if (units < 0 && sellsAtLoss(this.model, i, -units)) lossSold = true
    }
    return bought && lossSold
  }
}

const MONEY_FUND_ROW = 4

/** What trading so many units costs by itself: turnover, spread, location, fee and (without netting) tax. */
export function ownCost(model: Model, i: number, units: number): number {
  if (units === 0) return 0
  const money = Math.abs(units) * (model.unit[i] ?? 0)
  if (units > 0) return money * (model.buyCost[i] ?? 0) + model.fee
  let cost = money * (model.sellCost[i] ?? 0) + model.fee
  if (model.netting) return cost
  let left = money
  for (let l = model.lotStart[i] ?? 0; l < (model.lotStart[i + 1] ?? 0) && left > 0; l++) {
    const used = Math.min(left, model.lotMoney[l] ?? 0)
    left -= used
    cost += used * (model.lotTax[l] ?? 0)
  }
  return cost
}

/** Whether a sale of so many units takes a lot that has lost. Where no tax tells lots apart, it need not be the first. */
export function sellsAtLoss(model: Model, i: number, units = Number.POSITIVE_INFINITY): boolean {
  let left = units * (model.unit[i] ?? 0)
  for (let l = model.lotStart[i] ?? 0; l < (model.lotStart[i + 1] ?? 0) && left > 0; l++) {
    if ((model.lotShort[l] ?? 0) + (model.lotLong[l] ?? 0) < 0) return true
    left -= model.lotMoney[l] ?? 0
  }
  return false
}

/** Symbols that could be sold at a loss that earns a credit, and bought somewhere: never both in one plan. */
function washGroupsOf(model: Model): number[][] {
  if (model.problem.lossCredit === 0n) return []
  const groups = new Map<string, number[]>()
  for (const [i, p] of model.problem.positions.entries()) {
    const group = groups.get(p.holding.symbol) ?? []
    group.push(i)
    groups.set(p.holding.symbol, group)
  }
  const atRisk = (group: number[]): boolean =>
    group.some((i) => (model.sellMax[i] ?? 0) > 0 && sellsAtLoss(model, i)) &&
    group.some((i) => (model.buyMax[i] ?? 0) > 0)
  return [...groups.values()].filter(atRisk)
}

/** True when a trade of so many units is one that the problem allows. */
export function allows(model: Model, i: number, units: number): boolean {
  if (units === 0) return true
  const size = Math.abs(units)
  return size >= (model.minUnits[i] ?? 0) && size <= ((units > 0 ? model.buyMax[i] : model.sellMax[i]) ?? 0)
}

/** The nearest allowed trades at or below and at or above a fractional one. */
export function neighbours(model: Model, i: number, units: number): [number, number] {
  const near = Math.round(units)
  if (Math.abs(units - near) < 1e-6 && allows(model, i, near)) return [near, near]
  const [sell, buy, least] = [model.sellMax[i] ?? 0, model.buyMax[i] ?? 0, model.minUnits[i] ?? 0]
  const below = (value: number): number => {
    if (value >= least && buy >= least) return Math.min(Math.floor(value + 1e-6), buy)
    if (value >= -1e-6) return 0
    const down = Math.max(Math.ceil(-value - 1e-6), least)
    return down <= sell ? -down : -sell
  }
  const above = (value: number): number => {
    if (value <= -least && sell >= least) return -Math.min(Math.floor(-value + 1e-6), sell)
    if (value <= 1e-6) return 0
    const up = Math.max(Math.ceil(value - 1e-6), least)
    return up <= buy ? up : buy
  }
  return [below(units), above(units)]
}
