import { CLASS_SCALE, MONEY_FUNDS, type Problem } from '@/lib/core/allocator/problem'
import { ONE, RATE_ONE } from '@/lib/core/units'

/** For the checker's tests: the statement of the problem once more, read plainly and in floating point, and every plan of a tiny one. */
export interface Trial {
  units: bigint[]
  lotsSold: bigint[][]
}

const HALF_UNIT = ONE / 2n
const money = (value: bigint): number => Number(value) / 1e36
const rate = (value: bigint): number => Number(value) / Number(RATE_ONE)
const classMoney = (value: bigint): number => money(value) / Number(CLASS_SCALE)
const HAIR = 1e-9

/** What the trades cost, in the currency; null where they are not feasible. */
export function plainCost(p: Problem, { units, lotsSold }: Trial): number | null {
  const fee = money(p.orderFee)
  let cost = 0
  let traded = 0
  const cash = p.accounts.map((a) => money(a.cash))
  const amounts = p.classes.map((c) => classMoney(c.amount))
  for (const [i, position] of p.positions.entries()) {
    const n = Number(units[i])
    if (n === 0) continue
    if (n > 0 && !position.canBuy) return null
    if (n < 0 && -n > Number(position.sellable)) return null
    if (Math.abs(n) < Number(position.minUnits)) return null
    const value = n * money(position.unitWorth)
    const paid = Math.abs(value) * rate(position.spread) + fee
    cost += paid + rate(p.turnover) * Math.abs(value) + (n > 0 ? rate(position.location) * value : 0)
    traded += Math.abs(value)
    cash[position.account] = (cash[position.account] ?? 0) - value - paid
    for (const [c, share] of position.split.entries())
      amounts[c] = (amounts[c] ?? 0) + (Number(share) / Number(CLASS_SCALE)) * value
    if (p.cashCounts) amounts[MONEY_FUNDS] = (amounts[MONEY_FUNDS] ?? 0) - value - paid
  }
  if (p.turnoverCap !== null && traded > money(p.turnoverCap) + HAIR) return null
  for (const [a, row] of p.accounts.entries()) {
    const after = cash[a] ?? 0
    if (after < money(row.floor) - HAIR) return null
    if (row.idleAbove !== null) cost += rate(p.idle) * Math.max(0, after - money(row.idleAbove))
  }
  for (const [c, row] of p.classes.entries()) {
    const after = amounts[c] ?? 0
    cost += rate(p.tracking) * Math.max(0, classMoney(row.lower) - after, after - classMoney(row.upper))
    cost += rate(p.pull) * Math.abs(after - classMoney(row.centre))
  }
  const tax = plainTax(p, lotsSold)
  return isWash(p, { units, lotsSold }) ? null : cost + rate(p.tax) * tax
}

function plainTax(p: Problem, lotsSold: readonly bigint[][]): number {
  const rates = { short: Number(p.shortRate) / 1e4, long: Number(p.longRate) / 1e4 }
  const credit = rate(p.lossCredit)
  const gains = { short: 0, long: 0 }
  let single = 0
  for (const [i, position] of p.positions.entries()) {
    for (const [l, lot] of position.lots.entries()) {
      const gain = (Number(lot.gain) / 1e18) * (Number(lotsSold[i]?.[l] ?? 0n) / 1e18)
      gains[lot.term] += gain
      single += gain * rates[lot.term] * (gain < 0 ? credit : 1)
    }
  }
  if (!p.netting) return single
  const { short: s, long: l } = gains
  const net = s + l
  if (s >= 0 && l >= 0) return rates.short * s + rates.long * l
  if (s < 0 && l < 0) return credit * (rates.short * s + rates.long * l)
  if (s >= 0) return net >= 0 ? rates.short * net : credit * rates.long * net
  return net >= 0 ? rates.long * net : credit * rates.short * net
}

function isWash(p: Problem, { units, lotsSold }: Trial): boolean {
  if (p.lossCredit === 0n) return false
  return p.positions.some((sold, i) =>
    p.positions.some(
      (bought, j) =>
        (units[j] ?? 0n) > 0n &&
        bought.holding.symbol === sold.holding.symbol &&
        sold.lots.some((lot, l) => lot.gain < 0n && (lotsSold[i]?.[l] ?? 0n) > 0n),
    ),
  )
}

/** Every feasible plan whose lots are sold in halves of a unit. */
export function* everyPlan(p: Problem): Generator<Trial & { cost: number }> {
  const spendable = p.accounts.reduce((total, a) => total + money(a.cash - a.floor), 0)
  const held = p.positions.reduce((total, x) => total + Number(x.sellable) * money(x.unitWorth), 0)
  const choices = p.positions.map((x): bigint[] => {
    const most = Math.floor((spendable + held + HAIR) / money(x.unitWorth))
    return Array.from({ length: Number(x.sellable) + Math.max(0, most) + 1 }, (_, k) => BigInt(k) - x.sellable)
  })
  // Whether the units are feasible at all is seen without lots, except for wash sales.
  const noLots: bigint[][] = p.positions.map((x) => x.lots.map(() => 0n))
  for (const units of product(choices)) {
    if (plainCost(p, { units, lotsSold: noLots }) === null) continue
    const sales = p.positions.map((x, i): bigint[][] => [
      ...divided(x.lots.length > 0 ? -(units[i] ?? 0n) : 0n, x.lots),
    ])
    for (const lotsSold of product(sales)) {
      const cost = plainCost(p, { units, lotsSold })
      if (cost !== null) yield { units, lotsSold, cost }
    }
  }
}

function* product<T>(choices: readonly T[][]): Generator<T[]> {
  const [first, ...rest] = choices
  if (!first) yield []
  else for (const value of first) for (const others of product(rest)) yield [value, ...others]
}

function* divided(units: bigint, lots: readonly { quantity: bigint }[]): Generator<bigint[]> {
  const total = units > 0n ? units * ONE : 0n
  const choices = lots.map(({ quantity }): bigint[] => {
    const most = Number((quantity < total ? quantity : total) / HALF_UNIT)
    return Array.from({ length: most + 1 }, (_, k) => BigInt(k) * HALF_UNIT)
  })
  for (const sold of product(choices)) if (sold.reduce((a, b) => a + b, 0n) === total) yield sold
}
