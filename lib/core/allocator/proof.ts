import type { FineMoney } from '@/lib/core/units'

/**
 * What the solver hands over so that the checker can confirm, by its own exact arithmetic, that no plan costs less than the bound.
 *
 * Every plan falls into at least one case; the bound is the least of the cases' bounds. A case prices the coupling rows (Lagrangian
 * relaxation: M. Fisher, Management Science 27, 1981): for any multipliers, the sum of the separate minima is a lower bound. The numbers are
 * hints: wrong ones make the bound weak, never invalid.
 */
export interface Proof {
  cases: ProofCase[]
}

export interface ProofCase {
  /** Which signs of net gains the case is about (index into NET_REGIONS); null without netting, or for all of them. */
  region: number | null
  multipliers: Multipliers
  /**
   * Classes whose own row is not priced but kept, by trying every combination of whole units of their positions: they form blocks. No
   * position may have a share in two of them.
   */
  blocks: readonly number[]
  /**
   * Null: the bound is the sum of the minima. Otherwise every position belongs to a block, and the claim is that no choice of
   * one combination from each block that keeps to all rows costs less than this.
   */
  claim: FineMoney | null
}

/**
 * Prices of the rows. A position that moves `units` (buys positive) costs, in a case, what its orders cost by themselves, plus
 * Σ over priced classes price × the amount that it adds to the class (through the cash, too, where cash counts)
 * + Σ over accounts price × the cash that it takes from its account (spread and fee included)
 * + price × what it adds to turnover, + price × the short and the long gains that it realises.
 * The row itself then contributes the least of (its own cost − price × its total) over the totals it allows.
 */
export interface Multipliers {
  classes: readonly number[]
  accounts: readonly number[]
  turnover: number
  shortGain: number
  longGain: number
}

/** The six sign patterns of net short gain S, net long gain L and their sum, which together cover the plane. In each the tax is linear. */
export const NET_REGIONS = [
  { short: 1, long: 1, sum: 1 },
  { short: 1, long: -1, sum: 1 },
  { short: 1, long: -1, sum: -1 },
  { short: -1, long: 1, sum: 1 },
  { short: -1, long: 1, sum: -1 },
  { short: -1, long: -1, sum: -1 },
] as const
