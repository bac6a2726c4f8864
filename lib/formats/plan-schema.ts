import { z } from 'zod'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { isConviction } from '@/lib/core/conviction'
import { CURRENCIES, MONEY_CURRENCIES } from '@/lib/core/currency'
import type { IssueCode } from '@/lib/core/issue'
import { REGIME_STATES, RISK_LEVELS } from '@/lib/core/models'
import { PLAN_MODES } from '@/lib/core/plan'
import { TAX_TREATMENTS } from '@/lib/core/portfolio'
import { DESTINATIONS } from '@/lib/core/targets'
import { BUCKETS } from '@/lib/core/valuation'
import {
  bpsField,
  centsField,
  dateField,
  fineMoneyField,
  fxRateField,
  ppmField,
  priceField,
  quantityField,
  rateField,
} from '@/lib/formats/exact-fields'

const assetClass = z.enum(ASSET_CLASSES)
const weights = z.record(assetClass, bpsField)
const count = z.int().nonnegative()

/** How a row was brought into the currency of the snapshot; rows that stand in it have none, and documents from before there were others. */
const appliedRate = {
  rate: fxRateField.nullable(),
  ratedOn: dateField.nullable(),
  source: z.string().nullable(),
  via: z.enum(MONEY_CURRENCIES).optional(),
}
const quotedCash = z.object({
  currency: z.enum(MONEY_CURRENCIES),
  cash: centsField,
  reserve: centsField,
  ...appliedRate,
})
const quotedPrice = z.object({ currency: z.enum(CURRENCIES), price: priceField.nullable(), ...appliedRate })

const account = z.object({
  id: z.string(),
  name: z.string(),
  tax: z.enum(TAX_TREATMENTS),
  cash: centsField,
  reserve: centsField,
  quoted: quotedCash.optional(),
})

const lot = z.object({ id: z.string(), quantity: quantityField, unitCost: priceField, acquired: dateField })

const holding = z.object({
  id: z.string(),
  accountId: z.string(),
  symbol: z.string(),
  name: z.string(),
  split: weights.nullable(),
  quantity: quantityField,
  unit: quantityField,
  price: priceField.nullable(),
  pricedOn: dateField.nullable(),
  priceSource: z.string().nullable(),
  locked: z.boolean(),
  noBuy: z.boolean().optional(),
  noSell: z.boolean().optional(),
  spread: rateField.optional(),
  locationCost: rateField.optional(),
  lots: z.array(lot),
  quoted: quotedPrice.optional(),
})

export const snapshotSchema = z.object({
  portfolioId: z.string(),
  version: count,
  currency: z.enum(MONEY_CURRENCIES),
  cashCounts: z.boolean(),
  accounts: z.array(account),
  holdings: z.array(holding),
})

const band = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('fiveTwentyFive') }),
  z.object({ rule: z.literal('absolute'), halfWidth: bpsField }),
  z.object({ rule: z.literal('relative'), percent: count }),
])

const target = { weights, bands: z.record(assetClass, band), destination: z.enum(DESTINATIONS) }
export const targetSchema = z.object(target)

/** Documents from before there was a conviction have none. */
const builtIn = { risk: z.enum(RISK_LEVELS), conviction: z.number().refine(isConviction).optional() }
const state = z.enum(REGIME_STATES)
const score = z.number().min(0).max(1).nullable()

const origin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('builtIn'), state, ...builtIn }),
  z.object({ kind: z.literal('blend'), share: bpsField, ...builtIn }),
  z.object({ kind: z.literal('measured'), state, friday: dateField, score, ...builtIn }),
  z.object({ kind: z.literal('custom'), modelId: z.string(), name: z.string() }),
  z.object({ kind: z.literal('holdings') }),
])

const adoption = z.object({ id: z.string(), origin, adoptedAt: z.iso.datetime(), ...target })

const securities = z.union([z.enum(['keep', 'equal', 'fewest']), z.record(z.string(), bpsField)])

export const termsSchema = z.object({
  tracking: rateField,
  turnover: rateField,
  tax: rateField,
  lossCredit: rateField,
  netting: z.boolean(),
  orderFee: centsField,
  spread: rateField,
  location: z.array(z.object({ tax: z.enum(TAX_TREATMENTS), assetClass, cost: rateField })),
  turnoverCap: centsField.nullable(),
  securities,
  reserveCounts: z.boolean(),
  tolerance: ppmField,
  deadline: count,
})

export const policySchema = z.object({
  asOf: dateField,
  target: targetSchema,
  mode: z.enum(PLAN_MODES),
  cashFlows: z.array(z.object({ accountId: z.string(), amount: centsField })),
  minTrade: centsField,
  maxPriceAge: count,
  taxRates: z.object({ short: bpsField, long: bpsField }),
  terms: termsSchema,
})

const lotSale = z.object({
  lotId: z.string(),
  quantity: quantityField,
  acquired: dateField,
  gain: centsField,
  term: z.enum(['short', 'long']),
})

const trade = z.object({
  holdingId: z.string(),
  accountId: z.string(),
  symbol: z.string(),
  name: z.string(),
  side: z.enum(['buy', 'sell']),
  quantity: quantityField,
  price: priceField,
  value: centsField,
  cost: centsField,
  lots: z.array(lotSale),
  tax: centsField.nullable(),
  reason: z.object({
    code: z.enum(['sellAboveTarget', 'sellToRaiseCash', 'buyBelowTarget', 'buyToPlaceCash']),
    assetClass,
    before: bpsField,
    after: bpsField,
    target: bpsField,
    closes: centsField,
    bound: z.enum(['reached', 'wholeUnits', 'allSold', 'cash', 'minTrade', 'turnoverCap', 'tax', 'counterpart']),
  }),
})

const breakdown = z.object({
  total: centsField,
  reserve: centsField,
  investable: centsField,
  values: z.record(z.enum(BUCKETS), centsField),
  weights: z.record(z.enum(BUCKETS), bpsField).nullable(),
  unpriced: z.array(holding),
})

const certificate = z.object({
  status: z.enum(['optimal', 'withinTolerance', 'deadline']),
  objective: fineMoneyField,
  lowerBound: fineMoneyField,
  gapPpb: count,
  certified: z.boolean(),
  parts: z.record(z.enum(['tracking', 'turnover', 'spread', 'fees', 'tax', 'location', 'other']), fineMoneyField),
  prices: z.array(
    z.object({
      constraint: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('cash'), accountId: z.string() }),
        z.object({ kind: z.literal('turnover') }),
        z.object({ kind: z.literal('lock'), holdingId: z.string() }),
      ]),
      worth: fineMoneyField,
    }),
  ),
})

const plan = z.object({
  trades: z.array(trade),
  before: breakdown,
  after: breakdown,
  cashAfter: z.record(z.string(), centsField),
  turnover: centsField,
  costs: centsField,
  driftBefore: bpsField.nullable(),
  driftAfter: bpsField.nullable(),
  tax: z.object({ shortGain: centsField, longGain: centsField, total: centsField, unknown: count }),
  certificate,
})

const issue = z.object({
  code: z.string() as unknown as z.ZodType<IssueCode, string>,
  severity: z.enum(['error', 'warning', 'info']),
  subject: z.string(),
  holdingId: z.string().optional(),
  accountId: z.string().optional(),
  values: z.record(z.string(), z.string()).optional(),
})

/** The JSON form of a plan with its input; field by field the core types of the same names. */
export const documentSchema = z.object({
  inputHash: z.string(),
  snapshot: snapshotSchema,
  adoption,
  policy: policySchema,
  plan,
  issues: z.array(issue),
  imported: z.object({ savedAt: z.iso.datetime() }).optional(),
})
