import fc from 'fast-check'
import { CLASS_SCALE, type ClassRow, type Position, type Problem, type TaxedLot } from '@/lib/core/allocator/problem'
import { ONE, RATE_ONE, type Rate } from '@/lib/core/units'

/** For the checker's tests: problems so small that every plan can be tried, stated by hand in money, units and plain rates. */
const MONEY = ONE * ONE
export const money = (value: number): bigint => (BigInt(Math.round(value * 1e6)) * MONEY) / 1_000_000n
export const rateOf = (value: number): Rate => ((BigInt(Math.round(value * 1e6)) * RATE_ONE) / 1_000_000n) as Rate
export const unitsOf = (value: number): bigint => (BigInt(Math.round(value * 1e6)) * ONE) / 1_000_000n

export interface PositionText {
  symbol: string
  account: number
  /** Share of classes by index; the rest has none. */
  classes: Record<number, number>
  worth: number
  sellable: number
  canBuy: boolean
  minUnits: number
  spread: number
  location: number
  lots: { quantity: number; gain: number; term: 'short' | 'long' }[]
}

export const positionOf = (text: Partial<PositionText>): Position => {
  const { symbol = 'A', account = 0, classes = { 0: 1 }, worth = 1, lots = [] } = text
  const holding = { id: `${account}/${symbol}`, symbol, accountId: String(account), unit: ONE, price: unitsOf(worth) }
  return {
    holding: holding as unknown as Position['holding'],
    account,
    split: Array.from({ length: 6 }, (_, c) => BigInt((classes[c] ?? 0) * Number(CLASS_SCALE))),
    unitWorth: money(worth),
    sellable: BigInt(text.sellable ?? 0),
    canBuy: text.canBuy ?? true,
    minUnits: BigInt(text.minUnits ?? 1),
    spread: rateOf(text.spread ?? 0),
    location: rateOf(text.location ?? 0),
    lots: lots.map(
      (l): TaxedLot => ({ lot: null, quantity: unitsOf(l.quantity), gain: unitsOf(l.gain), term: l.term }),
    ),
  }
}

export const accountOf = (cash: number, floor = 0, idleAbove: number | null = null): Problem['accounts'][number] => ({
  id: 'account',
  cash: money(cash),
  floor: money(floor),
  idleAbove: idleAbove === null ? null : money(idleAbove),
})

/** A class of so much, and what it should be: an amount, or from, to and centre. */
export const classOf = (amount: number, [lower, centre, upper]: [number, number, number] = [0, 0, 0]): ClassRow => ({
  amount: money(amount) * CLASS_SCALE,
  lower: money(lower) * CLASS_SCALE,
  centre: money(centre) * CLASS_SCALE,
  upper: money(upper) * CLASS_SCALE,
})

/** Six classes of nothing but those given. */
export const problemOf = ({ classes = [], ...given }: Partial<Problem> & Pick<Problem, 'positions'>): Problem => ({
  accounts: [accountOf(10)],
  classes: [...classes, ...Array.from({ length: 6 - classes.length }, () => classOf(0))],
  cashCounts: false,
  whole: money(100),
  tracking: RATE_ONE as Rate,
  pull: rateOf(0),
  turnover: rateOf(0),
  tax: RATE_ONE as Rate,
  idle: rateOf(0),
  orderFee: 0n,
  turnoverCap: null,
  shortRate: 4000n,
  longRate: 2000n,
  lossCredit: rateOf(0),
  netting: false,
  ...given,
})

const from = fc.constantFrom
const cents = (low: number, high: number) => fc.integer({ min: low * 100, max: high * 100 }).map((n) => n / 100)

const lot = fc.record({
  quantity: from(0.5, 1, 1, 2),
  gain: from(-1, -0.5, 0, 0.25, 0.75),
  term: from('short' as const, 'long' as const),
})

const split = fc.oneof(
  { weight: 4, arbitrary: from(0, 1, 4).map((c): Record<number, number> => ({ [c]: 1 })) },
  { weight: 1, arbitrary: from<Record<number, number>>({ 0: 0.25, 1: 0.75 }, { 1: 0.5, 4: 0.5 }) },
)

const position = fc
  .record({
    symbol: from('A', 'B'),
    account: from(0, 1),
    classes: split,
    worth: cents(1, 4),
    sellable: from(0, 1, 2, 3),
    canBuy: from(true, true, false),
    minUnits: from(1, 1, 2),
    spread: from(0, 0.01, 0.2),
    location: from(0, 0.03),
    lots: fc.oneof(fc.array(lot, { maxLength: 0 }), fc.array(lot, { minLength: 1, maxLength: 3 })),
  })
  .map(({ lots, sellable, ...rest }) => {
    const held = lots.reduce((total, l) => total + l.quantity, 0)
    return positionOf({ ...rest, lots, sellable: lots.length > 0 ? Math.min(sellable, Math.floor(held)) : sellable })
  })

const classRow = fc
  .tuple(cents(0, 8), cents(0, 8), from(0, 0.5, 2), from(0, 0.3))
  .map(([amount, centre, half, off]) => classOf(amount, [centre - half, centre - half * off, centre + half]))

/** Few enough plans to try them all. */
export const tinyProblem: fc.Arbitrary<Problem> = fc.record({
  accounts: fc.array(
    fc.tuple(cents(0, 5), from(0, 0.5, -1), from(null, null, 1)).map(([c, floor, idle]) => accountOf(c, floor, idle)),
    { minLength: 2, maxLength: 2 },
  ),
  classes: fc.array(classRow, { minLength: 6, maxLength: 6 }),
  cashCounts: fc.boolean(),
  positions: fc.uniqueArray(position, { minLength: 1, maxLength: 3, selector: (p) => p.holding.id }),
  whole: from(money(20)),
  tracking: from(1, 0.5, 2.5).map(rateOf),
  pull: from(0, 0.01).map(rateOf),
  turnover: from(0, 0.0005, 0.05).map(rateOf),
  tax: from(0, 1, 0.5).map(rateOf),
  idle: from(0, 1).map(rateOf),
  orderFee: from(0, 0.1).map(money),
  turnoverCap: fc.oneof(fc.constant(null), cents(0, 8).map(money)),
  shortRate: from(3700n),
  longRate: from(2000n),
  lossCredit: from(0, 0.5, 1).map(rateOf),
  netting: fc.boolean(),
})

/** Any numbers, the worst among them. */
const price = (scale: number) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: -scale, max: scale, noNaN: true }) },
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: from(Number.NaN, Number.POSITIVE_INFINITY, -1e300, 1e300, 3) },
  )

export const anyMultipliers = fc.record({
  classes: fc.array(price(1.2), { maxLength: 6 }),
  accounts: fc.array(price(0.5), { maxLength: 2 }),
  turnover: price(0.2),
  shortGain: price(0.5),
  longGain: price(0.5),
})
