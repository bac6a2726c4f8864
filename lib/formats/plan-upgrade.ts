import { z } from 'zod'
import { DEFAULT_TERMS } from '@/lib/core/plan'
import { termsSchema } from '@/lib/formats/plan-schema'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const NO_MONEY = '0.00'
const NO_FINE_MONEY = '0.0000'
const PARTS = ['tracking', 'turnover', 'spread', 'fees', 'tax', 'location', 'other']

/** What is said of a plan that came without a proof: nothing is claimed. */
const UNPROVEN = {
  status: 'deadline',
  objective: NO_FINE_MONEY,
  lowerBound: NO_FINE_MONEY,
  gapPpb: 0,
  certified: false,
  parts: Object.fromEntries(PARTS.map((part) => [part, NO_FINE_MONEY])),
  prices: [],
}

/**
 * A document from before plans had terms, costs and a proof, in the form of today: the terms that were then the only ones, no costs and
 * nothing proven. What a document says itself stays, and what is not a document is left for its reader to refuse.
 */
export function upgradeDocument(json: unknown): unknown {
  if (!isObject(json) || !isObject(json.policy) || !isObject(json.plan)) return json
  return {
    ...json,
    policy: { terms: z.encode(termsSchema, DEFAULT_TERMS), ...json.policy },
    plan: { costs: NO_MONEY, certificate: UNPROVEN, ...json.plan, trades: upgradeTrades(json.plan.trades) },
  }
}

function upgradeTrades(trades: unknown): unknown {
  if (!Array.isArray(trades)) return trades
  return trades.map((trade: unknown) => {
    if (!isObject(trade) || !isObject(trade.reason)) return trade
    return { cost: NO_MONEY, ...trade, reason: { closes: NO_MONEY, ...trade.reason } }
  })
}
