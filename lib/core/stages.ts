import { monthsLater } from '@/lib/core/month'
import type { Trade } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import { divideTrade, type StagePart } from '@/lib/core/stage-parts'
import { type Cents, cents, daysBefore, type IsoDate, sum } from '@/lib/core/units'

export const FEWEST_STAGES = 2
export const MOST_STAGES = 12
/** The longest pause between two stages, in weeks or months. */
export const LONGEST_STEP = 12
const DAYS_IN_WEEK = 7

/** On which days a plan is carried out: `count` dates from `first`, every `n` weeks or months. */
export interface StageChoice {
  count: number
  first: IsoDate
  every: 'week' | 'month'
  n: number
}

export interface Stage {
  date: IsoDate
  /** Account by account, sales before purchases, otherwise in the plan's order. */
  parts: StagePart[]
  /** Cash by account id when the stage is done. */
  cashAfter: Record<string, Cents>
}

/** An account that a stage leaves with less than it must keep. */
export interface StageShortage {
  /** Index of the stage. */
  stage: number
  accountId: string
  missing: Cents
}

export interface StagedPlan {
  stages: Stage[]
  shortages: StageShortage[]
  /** Order fees beyond those of the plan: a trade in several parts pays the fee for each. Cents. */
  extraFees: Cents
}

/** The dates of the stages. A month that has no such day takes its last one, and the next month the day again. */
export function stageDates({ count, first, every, n }: StageChoice): IsoDate[] {
  const step = (i: number) => (every === 'week' ? daysBefore(first, -i * n * DAYS_IN_WEEK) : monthsLater(first, i * n))
  return Array.from({ length: count }, (_, i) => step(i))
}

/**
 * A plan divided into dated stages; quantities, prices and money are the plan's.
 *
 * Every trade is divided in whole multiples of its holding's unit, sales early and purchases late by less than one unit, so that the
 * money is there before it is spent: without order fees no account falls below the lower of its cash at the start and at the end. A
 * trade of one unit, or whose parts would be below the smallest trade, stays whole: a sale in the first stage, a purchase in the first that can pay
 * for it. Money paid in is there from the first stage on; money taken out leaves with the last. An account that a stage leaves with
 * less than it must keep is a shortage, with the amount.
 */
export function stagePlan(document: PlanDocument, choice: StageChoice): StagedPlan {
  const dates = stageDates(choice)
  const stages: Stage[] = dates.map((date) => ({ date, parts: [], cashAfter: {} }))
  const shortages: StageShortage[] = []
  for (const account of document.snapshot.accounts) {
    const ledger = fillAccount(document, account.id, choice.count)
    ledger.parts.forEach((parts, i) => {
      stages[i]?.parts.push(...parts)
    })
    ledger.cash.forEach((cash, i) => {
      const stage = stages[i]
      if (stage) stage.cashAfter[account.id] = cash
      if (cash < ledger.floor) {
        shortages.push({ stage: i, accountId: account.id, missing: cents(ledger.floor - cash) })
      }
    })
  }
  const planned = sum(document.plan.trades.map((trade) => trade.cost))
  const paid = sum(stages.flatMap((stage) => stage.parts.map((part) => part.cost)))
  return { stages, shortages, extraFees: cents(paid - planned) }
}

interface Ledger {
  /** By stage. */
  parts: StagePart[][]
  cash: Cents[]
  /** What the account keeps at least: its reserve, or what it starts or ends with if that is less. */
  floor: bigint
}

function fillAccount({ snapshot, policy, plan }: PlanDocument, accountId: string, count: number): Ledger {
  const account = snapshot.accounts.find((a) => a.id === accountId)
  const own = plan.trades.filter((trade) => trade.accountId === accountId)
  const flow = sum(policy.cashFlows.filter((f) => f.accountId === accountId).map((f) => f.amount))
  const start = (account?.cash ?? 0n) + (flow > 0n ? flow : 0n)
  const changes = Array.from({ length: count }, () => 0n)
  const filled: StagePart[][] = Array.from({ length: count }, () => [])
  if (flow < 0n) changes[count - 1] = flow
  const put = (part: StagePart, stage: number) => {
    filled[stage]?.push(part)
    changes[stage] = (changes[stage] ?? 0n) + cashOf(part)
  }
  const fee = policy.terms.orderFee
  const unitOf = (trade: Trade) => snapshot.holdings.find((h) => h.id === trade.holdingId)?.unit ?? trade.quantity
  const whole: StagePart[] = []
  for (const trade of own) {
    const divided = divideTrade(trade, unitOf(trade), count, fee)
    const real = divided.flatMap((part, stage) => (part ? [{ part, stage }] : []))
    if (real.length === 1 || real.some(({ part }) => part.value < policy.minTrade)) whole.push(entire(trade))
    else for (const { part, stage } of real) put(part, stage)
  }
  const end = plan.cashAfter[accountId] ?? account?.cash ?? 0n
  const floor = least([account?.reserve ?? 0n, account?.cash ?? 0n, end])
  for (const part of whole) put(part, part.trade.side === 'sell' ? 0 : firstThatFits(part, start, changes, floor))
  for (const stage of filled) stage.sort((a, b) => order(own, a) - order(own, b))
  return { parts: filled, cash: balances(start, changes), floor }
}

const entire = (trade: Trade): StagePart => ({
  trade,
  quantity: trade.quantity,
  value: trade.value,
  cost: trade.cost,
})

/** What a part adds to the cash of its account. */
const cashOf = ({ trade, value, cost }: StagePart): bigint => (trade.side === 'sell' ? value : -value) - cost

/** Sales first, each side in the plan's order. */
const order = (own: readonly Trade[], { trade }: StagePart): number =>
  (trade.side === 'sell' ? 0 : own.length) + own.indexOf(trade)

function firstThatFits(part: StagePart, start: bigint, changes: readonly bigint[], floor: bigint): number {
  const needed = floor - cashOf(part)
  const cash = balances(start, changes)
  const tooLow = cash.findLastIndex((balance) => balance < needed)
  return Math.min(tooLow + 1, changes.length - 1)
}

function balances(start: bigint, changes: readonly bigint[]): Cents[] {
  let cash = start
  return changes.map((change) => {
    cash += change
    return cents(cash)
  })
}

const least = (values: readonly bigint[]): bigint => values.reduce((a, b) => (b < a ? b : a))
