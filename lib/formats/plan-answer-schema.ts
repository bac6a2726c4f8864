import { z } from 'zod'
import { ASSET_CLASSES } from '@/lib/core/asset-class'

const digits = (places: number) => z.string().regex(new RegExp(`^-?\\d+\\.\\d{${places}}$`))
const money = digits(2)
const fineMoney = digits(4)
const quantity = z.string().regex(/^\d+(\.\d+)?$/)
const assetClass = z.enum(ASSET_CLASSES)
const share = z.int().meta({ description: 'Whole basis points.' })

const why = z.object({
  code: z.enum(['sellAboveTarget', 'sellToRaiseCash', 'buyBelowTarget', 'buyToPlaceCash']),
  class: assetClass,
  before: share,
  after: share,
  target: share,
  closes: money.meta({ description: 'Money by which this trade lowers the distance to the destination.' }),
  bound: z.enum(['reached', 'wholeUnits', 'allSold', 'cash', 'minTrade', 'turnoverCap', 'tax', 'counterpart']),
  tax: money.nullable().meta({ description: 'Null: lots of a taxable sale are unknown.' }),
})

const trade = z.object({
  account: z.string(),
  symbol: z.string(),
  side: z.enum(['buy', 'sell']),
  quantity,
  value: money,
  lots: z.array(z.object({ id: z.string(), quantity })),
  why,
})

const issue = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  subject: z.string(),
  path: z.string(),
  message: z.string(),
  values: z.record(z.string(), z.string()).optional(),
})

const price = z.object({
  kind: z.enum(['cash', 'turnover', 'lock']),
  account: z.string().optional(),
  symbol: z.string().optional(),
  worth: fineMoney,
})

/** What comes back. Where there is no plan its figures are null, and there are no trades. */
export const planAnswerSchema = z
  .object({
    status: z.enum(['optimal', 'withinTolerance', 'deadline', 'infeasible', 'invalid']),
    total: money.nullable().meta({ description: 'All holdings and all cash before trading; null when invalid.' }),
    objective: fineMoney.nullable().meta({ description: 'What the trades listed cost, in money.' }),
    lowerBound: fineMoney.nullable().meta({ description: 'No plan costs less.' }),
    gapPpm: digits(3).nullable().meta({ description: '(objective − lowerBound) / total, in millionths.' }),
    certified: z.boolean().meta({ description: 'An independent exact check confirmed trades, objective and bound.' }),
    trades: z.array(trade),
    after: z
      .object({ classes: z.record(assetClass, share), cash: z.record(z.string(), money) })
      .nullable()
      .meta({ description: 'Classes in basis points of the total; cash by account.' }),
    tax: z.object({ shortGain: money, longGain: money, total: money }).nullable(),
    turnover: money.nullable(),
    costs: money.nullable().meta({ description: 'Spreads and order fees, paid from cash.' }),
    prices: z
      .array(price)
      .meta({ description: 'What one more unit of money of room in a constraint would take off the objective.' }),
    issues: z.array(issue),
    inputHash: z.string().regex(/^sha256:[\da-f]{64}$/),
  })
  .meta({ title: 'Plan answer' })

export type PlanAnswer = z.infer<typeof planAnswerSchema>
