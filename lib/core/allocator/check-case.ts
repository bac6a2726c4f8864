import { type Block, costOf, type States, statesOf, unitsOf } from '@/lib/core/allocator/check-block'
import { boundByPurse, isOnePurse } from '@/lib/core/allocator/check-case-purse'
import { type Choices, choicesBelow } from '@/lib/core/allocator/check-choices'
import { isRuledOut } from '@/lib/core/allocator/check-claim'
import { leastOfUnits } from '@/lib/core/allocator/check-leaf'
import type { Limits } from '@/lib/core/allocator/check-limits'
import { leastOfPosition } from '@/lib/core/allocator/check-position'
import {
  classCost,
  leastOfRows,
  type Prices,
  pricesOf,
  type RowLeasts,
  type Touched,
} from '@/lib/core/allocator/check-rows'
import { CLASS_FINE, exactOf, FROM_CLASS_PRICE } from '@/lib/core/allocator/check-scale'
import { type GainBox, leastNetTax } from '@/lib/core/allocator/check-tax'
import { cashTicks, classTicks, type TickRow, turnoverTicks } from '@/lib/core/allocator/check-tick-rows'
import { ceilTicks, tickFor } from '@/lib/core/allocator/check-ticks'
import { MONEY_FUNDS, type Problem } from '@/lib/core/allocator/problem'
import type { ProofCase } from '@/lib/core/allocator/proof'
import { absolute, sum } from '@/lib/core/units'

/** What the cases of a proof have in common. */
export interface Scope {
  problem: Problem
  limits: Limits
  touched: Touched
  /** What sales could realise at all; of no effect without netting. */
  gains: GainBox
  /** When it says so, a claim counts as not confirmed. */
  expired: () => boolean
}

/** A case at its prices: the least exact cost of each row and position, and their sum, which no plan of the case costs less than. */
export interface Priced extends Scope {
  prices: Prices
  rows: RowLeasts
  positions: bigint[]
  total: bigint
}

/**
 * The exact lower bound of one case; null where it does not hold together. It is the sum of the leasts at the prices, raised by the least
 * excess of each block; or the claim, where a search through the blocks confirms it, or as much
 * of it as adding up the classes by their cash confirms.
 */
export function boundOfCase(scope: Scope, proof: ProofCase): bigint | null {
  const { problem } = scope
  const homes = homesOf(problem, proof.blocks)
  const priced = priceCase(scope, proof)
  if (priced === null || homes === null) return null
  if (proof.claim === null) {
    let total = priced.total
    for (const kept of proof.blocks) {
      const excess = leastExcess(priced, kept, indicesOf(homes, kept))
      if (excess === null) return null
      total += excess
    }
    return total
  }
  const claim = exactOf(proof.claim)
  // A position without a share in a kept class makes a block by itself.
  const alone = indicesOf(homes, null).map((index) => ({ kept: null, members: [index] }))
  const blocks = [...proof.blocks.map((kept) => ({ kept, members: indicesOf(homes, kept) })), ...alone]
  if (priced.total >= claim) return claim
  const byPurse = isOnePurse(problem) ? boundByPurse(priced, blocks, claim) : null
  if (byPurse !== null && (byPurse >= claim || problem.positions.length > MOST_COMBINED)) return byPurse
  return claimHolds(priced, blocks, proof.region, claim) ? claim : byPurse
}

function priceCase(scope: Scope, { multipliers, region }: ProofCase): Priced | null {
  const { problem, limits, touched, gains } = scope
  const prices = pricesOf(problem, multipliers)
  const ofGains = problem.netting ? leastNetTax(problem, prices, gains, region) : 0n
  if (ofGains === null) return null
  const rows = leastOfRows(problem, prices, touched)
  const positions = problem.positions.map((position) => leastOfPosition(problem, prices, limits, position))
  const total = sum(rows.classes) + sum(rows.accounts) + rows.turnover + ofGains + sum(positions)
  return { ...scope, prices, rows, positions, total }
}

/** The kept class of each position, null for none. Null where classes cannot be kept: twice, through the cash, or with a position in common. */
function homesOf(problem: Problem, kept: readonly number[]): (number | null)[] | null {
  const known = kept.every((c) => problem.classes[c] !== undefined && !(problem.cashCounts && c === MONEY_FUNDS))
  if (!known || new Set(kept).size !== kept.length) return null
  const homes = problem.positions.map(({ split }) => kept.filter((c) => split[c] !== 0n))
  return homes.some((classes) => classes.length > 1) ? null : homes.map(([home]) => home ?? null)
}

const indicesOf = (homes: readonly (number | null)[], home: number | null): number[] =>
  homes.flatMap((h, i) => (h === home ? [i] : []))

/** The choices of some positions with an excess below the limit, or all of them. */
function choicesFor(priced: Priced, members: readonly number[], limit: bigint | null): Choices[] | null {
  const { problem, prices, limits } = priced
  const found: Choices[] = []
  for (const index of members) {
    const position = problem.positions[index]
    if (!position) continue
    const below = limit === null ? null : limit + (priced.positions[index] ?? 0n)
    const choices = choicesBelow(problem, prices, limits, index, position, below)
    if (!choices) return null
    found.push(choices)
  }
  return found
}

const blockOf = ({ positions }: Priced, row: TickRow | null, choices: Choices[]): Block => ({
  row,
  choices,
  leasts: choices.map(({ index }) => positions[index] ?? 0n),
})

/** By how much, exact, every combination of a kept class's positions costs more than the leasts; null where they are too many. */
function leastExcess(priced: Priced, kept: number, members: readonly number[]): bigint | null {
  const { problem, prices, rows } = priced
  const choices = choicesFor(priced, members, null)
  if (!choices) return null
  const tick = tickFor(problem, prices, choices, absolute(priced.total))
  const block = blockOf(priced, classTicks(problem, prices, rows, kept, tick), choices)
  const states = statesOf(block, tick, Number.POSITIVE_INFINITY, true)
  if (!states) return null
  const least = sum(block.leasts) + (rows.classes[kept] ?? 0n)
  if (states.count > MOST_EXACT) return BigInt(states.excess[0] ?? 0) * tick
  let excess: bigint | null = null
  for (let state = 0; state < states.count; state += 1) {
    const exact = costOf(states, state) + keptCost(priced, kept, states, state) - least
    if (excess === null || exact < excess) excess = exact
  }
  return excess
}

const MOST_EXACT = 1000

/** What the kept class costs in a state less what it is paid, exact. */
function keptCost({ problem, prices }: Priced, kept: number, states: States, state: number): bigint {
  const row = problem.classes[kept]
  if (!row) return 0n
  let added = 0n
  for (const [t, units] of unitsOf(states, state).entries()) {
    const position = states.block.choices[t]?.position
    if (position) added += (position.split[kept] ?? 0n) * position.unitWorth * units
  }
  const { tracking, pull } = classCost(problem, row, (row.amount + added) * CLASS_FINE)
  return tracking + pull - (prices.classes[kept] ?? 0n) * added * FROM_CLASS_PRICE
}

/**
 * Whether no feasible plan of the case costs less than the claim. What a choice, or a combination within a block, costs more than the leasts
 * every plan with it does: only those that leave it below the claim are combined.
 */
function claimHolds(
  priced: Priced,
  parts: readonly { kept: number | null; members: number[] }[],
  region: number | null,
  claim: bigint,
): boolean {
  const { problem, prices, rows, expired } = priced
  const room = claim - priced.total
  const choices: Choices[][] = []
  for (const { members } of parts) {
    const some = choicesFor(priced, members, room)
    if (!some) return false
    choices.push(some)
  }
  const tick = tickFor(problem, prices, choices.flat(), absolute(priced.total) + absolute(claim))
  const limit = ceilTicks(room, tick)
  const blocks: States[] = []
  for (const [b, { kept }] of parts.entries()) {
    const row = kept === null ? null : classTicks(problem, prices, rows, kept, tick)
    const states = expired() ? null : statesOf(blockOf(priced, row, choices[b] ?? []), tick, limit, false, expired)
    if (!states) return false
    if (states.count === 0) return true
    blocks.push(states)
  }
  const kept = new Set(parts.map((part) => part.kept))
  const coupling = couplingRows(priced, (c) => !kept.has(c), tick)
  return isRuledOut(
    blocks,
    coupling,
    tick,
    limit,
    (traded) => {
      const units = problem.positions.map((_, i) => traded.get(i) ?? 0n)
      const cost = leastOfUnits(problem, prices, region, units)
      return cost === null || cost >= claim
    },
    expired,
  )
}

/** Of so many positions it is worth while to look at every combination when adding up classes by their cash was not enough. */
const MOST_COMBINED = 12

/** The rows that blocks have in common. */
function couplingRows(
  { problem, prices, rows, touched }: Priced,
  isFree: (c: number) => boolean,
  tick: bigint,
): TickRow[] {
  const classes = problem.classes.flatMap((_, c) =>
    touched.classes[c] && isFree(c) ? [classTicks(problem, prices, rows, c, tick)] : [],
  )
  const accounts = problem.accounts.flatMap((_, a) =>
    touched.accounts[a] ? [cashTicks(problem, prices, rows, a, tick)] : [],
  )
  const cap = problem.turnoverCap
  return [...classes, ...accounts, ...(cap === null ? [] : [turnoverTicks(prices, rows, cap, tick)])]
}
