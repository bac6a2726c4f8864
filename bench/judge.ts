import { AMOUNT, type Exact, type ExactPosition, MONEY, MONEY_FUNDS, ONE } from '@/bench/exact'

/** Whole units by position, sales negative, and how much (10^-18) of each of its lots a sale takes. */
export interface Answer {
  units: bigint[]
  lots: bigint[][]
}

export interface Verdict {
  faults: string[]
  /** In 1 / OBJECTIVE of the currency. */
  objective: bigint
  cash: bigint[]
}

/** The scale in which every part of the objective is whole. */
export const OBJECTIVE = MONEY * ONE * ONE * ONE * AMOUNT

export const toMoney = (objective: bigint): number => Number(objective / (OBJECTIVE / 10n ** 9n)) / 1e9

const size = (value: bigint): bigint => (value < 0n ? -value : value)

/** What an answer costs and every rule that it breaks, in exact arithmetic. */
export function judge(exact: Exact, answer: Answer): Verdict {
  const faults: string[] = []
  const cash = exact.accounts.map((a) => a.cash)
  const amounts = exact.classes.map((c) => c.amount)
  const gains = { short: 0n, long: 0n }
  let objective = 0n
  let traded = 0n
  let tax = 0n
  for (const [i, position] of exact.positions.entries()) {
    const units = answer.units[i] ?? 0n
    if (units === 0n) continue
    faults.push(...orderFaults(position, units, answer.lots[i] ?? []))
    const worth = units * position.unitWorth
    const spread = size(worth) * position.spread
    const taken = worth * ONE + spread + exact.orderFee * ONE
    if (taken % ONE !== 0n) throw new Error('A spread finer than the scale of money')
    cash[position.account] = (cash[position.account] ?? 0n) - taken / ONE
    for (const [c, share] of position.split.entries()) amounts[c] = (amounts[c] ?? 0n) + share * worth
    traded += size(worth)
    objective += (spread + exact.orderFee * ONE) * (OBJECTIVE / MONEY / ONE)
    if (worth > 0n) objective += worth * position.location * (OBJECTIVE / MONEY / ONE)
    for (const [l, lot] of position.lots.entries()) {
      const gain = (answer.lots[i]?.[l] ?? 0n) * lot.gain
      if (lot.long) gains.long += gain
      else gains.short += gain
      tax += taxAlone(exact, gain, lot.long)
    }
  }
  if (exact.cashCounts) {
    const moved = cash.reduce((sum, after, a) => sum + after - (exact.accounts[a]?.cash ?? 0n), 0n)
    amounts[MONEY_FUNDS] = (amounts[MONEY_FUNDS] ?? 0n) + moved * AMOUNT
  }
  for (const [a, account] of exact.accounts.entries()) {
    if ((cash[a] ?? 0n) < account.reserve) faults.push(`${account.id} is short of cash`)
  }
  if (exact.cap !== null && traded > exact.cap) faults.push('more turnover than the cap')
  faults.push(...washSales(exact, answer))
  for (const [c, row] of exact.classes.entries()) {
    const amount = amounts[c] ?? 0n
    const off = amount > row.upper ? amount - row.upper : amount < row.lower ? row.lower - amount : 0n
    objective += off * exact.tracking * ONE * ONE
  }
  objective += traded * exact.turnover * (OBJECTIVE / MONEY / ONE)
  // Rates and the credit are both in 10^-18, hence two of them.
  objective += exact.tax * (exact.netting ? netTax(exact, gains.short, gains.long) : tax) * AMOUNT
  return { faults, objective, cash }
}

function orderFaults(position: ExactPosition, units: bigint, lots: readonly bigint[]): string[] {
  const name = `${position.symbol}@${position.account}`
  const faults: string[] = []
  if (size(units) < position.minUnits) faults.push(`${name} is below the minimum`)
  if (units > 0n && !position.canBuy) faults.push(`${name} may not be bought`)
  if (-units > position.sellable) faults.push(`${name} is oversold`)
  if (lots.some((used, l) => used < 0n || used > (position.lots[l]?.quantity ?? 0n)))
    faults.push(`${name} oversells a lot`)
  const used = lots.reduce((sum, quantity) => sum + quantity, 0n)
  const sold = units < 0n && position.lots.length > 0 ? -units * position.unit : 0n
  if (used !== sold) faults.push(`${name} sells ${sold} of which its lots explain ${used}`)
  return faults
}

/** Where a loss earns a credit, its symbol is bought in no account. */
function washSales(exact: Exact, answer: Answer): string[] {
  if (exact.lossCredit === 0n) return []
  const lost = new Set<string>()
  for (const [i, position] of exact.positions.entries()) {
    if (position.lots.some((lot, l) => lot.gain < 0n && (answer.lots[i]?.[l] ?? 0n) > 0n)) lost.add(position.symbol)
  }
  const washed = exact.positions.filter((p, i) => (answer.units[i] ?? 0n) > 0n && lost.has(p.symbol))
  return washed.map((p) => `${p.symbol} is bought while a loss on it is credited`)
}

/** Money × 10^18 × 10^18. */
function taxAlone(exact: Exact, gain: bigint, long: boolean): bigint {
  return gain * (long ? exact.longRate : exact.shortRate) * (gain < 0n ? exact.lossCredit : ONE)
}

/** Gains of a term are netted first, then against the other term; what is left of a loss earns the credit at the rate of its own term. */
function netTax(exact: Exact, short: bigint, long: bigint): bigint {
  if (short >= 0n === long >= 0n) return taxAlone(exact, short, false) + taxAlone(exact, long, true)
  const sum = short + long
  const shortPrevails = sum >= 0n ? short >= 0n : short < 0n
  return taxAlone(exact, sum, !shortPrevails)
}
