import type { Trade } from '@/lib/core/plan'
import { type Cents, cents, divideDown, type Quantity, quantity, smaller } from '@/lib/core/units'

/** The part of one trade that falls into one stage. */
export interface StagePart {
  trade: Trade
  quantity: Quantity
  value: Cents
  /** Spread in proportion, and the order fee of this part. */
  cost: Cents
}

/**
 * A trade as `count` parts that add up to its quantity and value exactly; null where a stage gets nothing.
 *
 * The sums up to each stage are rounded, sales up and purchases down, to whole units and to cents: sold money never runs behind an even
 * pace, spent money never ahead of it. What is over the last whole unit goes with the last part. The spread adds up to the trade's; the
 * fee is paid once for each part.
 */
export function divideTrade(trade: Trade, unit: Quantity, count: number, orderFee: Cents): (StagePart | null)[] {
  const units = trade.quantity / unit
  const fee = smaller<bigint>(orderFee, trade.cost)
  const spread = trade.cost - fee
  const up = trade.side === 'sell'
  const sold = (stage: number): bigint =>
    stage === count ? trade.quantity : paced(units * BigInt(stage), BigInt(count), up) * unit
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [sold(i), sold(i + 1)]
    if (from === to) return null
    const share = (whole: bigint, upwards: boolean): bigint =>
      paced(whole * to, trade.quantity, upwards) - paced(whole * from, trade.quantity, upwards)
    return {
      trade,
      quantity: quantity(to - from),
      value: cents(share(trade.value, up)),
      cost: cents(share(spread, false) + fee),
    }
  })
}

const paced = (numerator: bigint, denominator: bigint, up: boolean): bigint =>
  up ? -divideDown(-numerator, denominator) : divideDown(numerator, denominator)
