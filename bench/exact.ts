import type { Request, RequestHolding } from '@/bench/request'

/**
 * A request in whole numbers, read here once more and by nothing of the product, so that what judges the allocator shares no code with it.
 * Money is in 10^-36, an amount of a class is money × AMOUNT, a pure number is in 10^-18.
 */
export interface Exact {
  accounts: { id: string; cash: bigint; reserve: bigint }[]
  classes: { amount: bigint; lower: bigint; upper: bigint }[]
  positions: ExactPosition[]
  cashCounts: boolean
  whole: bigint
  tracking: bigint
  turnover: bigint
  tax: bigint
  shortRate: bigint
  longRate: bigint
  lossCredit: bigint
  netting: boolean
  orderFee: bigint
  cap: bigint | null
}

export interface ExactPosition {
  account: number
  symbol: string
  /** Share of each class × AMOUNT. */
  split: bigint[]
  /** 10^-18 of the security, and the money that it is worth. */
  unit: bigint
  unitWorth: bigint
  canBuy: boolean
  sellable: bigint
  minUnits: bigint
  spread: bigint
  location: bigint
  lots: ExactLot[]
}

/** Of a taxable position; the lot without an id is what no lot covers. */
export interface ExactLot {
  id: string | null
  quantity: bigint
  gain: bigint
  long: boolean
}

export const CLASSES = ['growth', 'tech', 'longBonds', 'digital', 'moneyFunds', 'alternatives'] as const
export const MONEY_FUNDS = CLASSES.indexOf('moneyFunds')
export const ONE = 10n ** 18n
export const MONEY = ONE * ONE
/** Basis points, and the two-hundredths of them that half of a band can need. */
export const AMOUNT = 2_000_000n
const FROM_BPS = AMOUNT / 10_000n

/** Decimal text as 10^-18. Throws on anything else, and on more decimals. */
export function decimal(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{0,18}))?$/.exec(text)
  if (!match) throw new Error(`Not a decimal: ${text}`)
  const value = BigInt(match[2] ?? '0') * ONE + BigInt((match[3] ?? '').padEnd(18, '0'))
  return match[1] ? -value : value
}

const money = (text: string): bigint => decimal(text) * ONE

export function exactly(request: Request): Exact {
  const accounts = request.accounts.map((a) => ({ id: a.id, cash: money(a.cash), reserve: money(a.reserve) }))
  const cash = accounts.reduce((sum, a) => sum + a.cash, 0n)
  const cashCounts = request.cashCountsAs === 'moneyFunds'
  const amounts = CLASSES.map((_, c) => (cashCounts && c === MONEY_FUNDS ? cash * AMOUNT : 0n))
  let whole = cash
  for (const h of request.holdings) {
    const value = decimal(h.quantity) * decimal(h.price)
    whole += value
    for (const [c, share] of splitOf(h).entries()) amounts[c] = (amounts[c] ?? 0n) + share * value
  }
  const { objective, limits } = request
  return {
    accounts,
    classes: amounts.map((amount, c) => ({ amount, ...range(request, c, amount, whole) })),
    positions: request.holdings.filter((h) => !h.locked).map((h) => positionOf(request, h)),
    cashCounts,
    whole,
    tracking: decimal(objective.tracking),
    turnover: decimal(objective.turnover),
    tax: decimal(objective.tax),
    shortRate: decimal(objective.taxRates.short),
    longRate: decimal(objective.taxRates.long),
    lossCredit: decimal(objective.taxRates.lossCredit),
    netting: objective.netting,
    orderFee: money(objective.orderFee),
    cap: limits.turnover === null ? null : money(limits.turnover),
  }
}

/** A class that starts inside its band is measured from the edges, one outside from the destination. */
function range(request: Request, c: number, amount: bigint, whole: bigint): { lower: bigint; upper: bigint } {
  const target = request.targets[CLASSES[c] as string] ?? 0
  const centre = whole * BigInt(target) * FROM_BPS
  const size = whole * halfWidth(request.bands, c, target)
  const half = size < 0n ? -size : size
  const outside = amount > centre + half || amount < centre - half
  const kept = { target: 0n, halfway: half / 2n, edge: half }[request.destination]
  const width = outside ? kept : half
  return { lower: centre - width, upper: centre + width }
}

/** In 1 / AMOUNT of the whole. */
function halfWidth(bands: Request['bands'], c: number, target: number): bigint {
  if (!bands) return 0n
  if (bands.rule === '5/25') return BigInt(Math.min(500 * 200, target * 50))
  if (bands.rule === 'relative') return BigInt(target) * BigInt(Number(bands.percent) * 2)
  return BigInt((bands as Record<string, number>)[CLASSES[c] as string] ?? 0) * FROM_BPS
}

const splitOf = (h: RequestHolding): bigint[] =>
  CLASSES.map((name) => {
    const bps = typeof h.class === 'string' ? (h.class === name ? 10_000 : 0) : (h.class[name] ?? 0)
    return BigInt(bps) * FROM_BPS
  })

function positionOf(request: Request, h: RequestHolding): ExactPosition {
  const quantity = decimal(h.quantity)
  const price = decimal(h.price)
  const unit = decimal(h.unit)
  const unitWorth = unit * price
  const least = (money(request.limits.minTrade) + unitWorth - 1n) / unitWorth
  const account = request.accounts.findIndex((a) => a.id === h.account)
  const taxed = request.accounts[account]?.tax === 'taxable'
  const lots = (taxed ? (h.lots ?? []) : []).map((lot) => ({
    id: lot.id as string | null,
    quantity: decimal(lot.quantity),
    gain: price - decimal(lot.unitCost),
    long: isLong(lot.acquired, request.asOf),
  }))
  const covered = lots.reduce((sum, lot) => sum + lot.quantity, 0n)
  return {
    account,
    symbol: h.symbol,
    split: splitOf(h),
    unit,
    unitWorth,
    canBuy: !h.noBuy,
    sellable: request.mode === 'full' && !h.noSell ? quantity / unit : 0n,
    minUnits: least > 1n ? least : 1n,
    spread: decimal(String(h.spreadBps)) / 10_000n,
    location: decimal(String(h.locationCostBps)) / 10_000n,
    lots:
      taxed && covered < quantity ? [...lots, { id: null, quantity: quantity - covered, gain: 0n, long: true }] : lots,
  }
}

/** More than one year before: dates as text compare like dates. */
const isLong = (acquired: string, asOf: string): boolean =>
  asOf > `${Number(acquired.slice(0, 4)) + 1}${acquired.slice(4)}`
