import { z } from 'zod'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { TAX_TREATMENTS } from '@/lib/core/portfolio'
import { DESTINATIONS } from '@/lib/core/targets'
import { DECIMALS, isoDate, RATE_DECIMALS, WHOLE } from '@/lib/core/units'
import { DECIMAL, readDecimal } from '@/lib/formats/exact-decimal'
import {
  LARGEST_PERCENT,
  LONGEST_DEADLINE,
  MODES,
  MOST_TOLERANCE,
  RULES,
  SECURITY_RULES,
  TAX_RATE_PLACES,
} from '@/lib/formats/plan-request-policy'
import { BPS_PLACES, CENT_PLACES } from '@/lib/formats/plan-request-rows'
import { LONGEST_NAME } from '@/lib/formats/request-row'

interface Bounds {
  above?: number
  least?: number
  most?: number
}

/** A decimal of so many places, in a string or a JSON number. */
function decimal(places: number, description: string, { above, least, most }: Bounds = {}) {
  const within = (value: bigint): boolean => {
    const size = Number(value) / 10 ** places
    return (
      (above === undefined || size > above) &&
      (least === undefined || size >= least) &&
      (most === undefined || size <= most)
    )
  }
  return z
    .union([z.string().regex(DECIMAL), z.number()])
    .refine((value) => {
      const read = readDecimal(value, places)
      return typeof read === 'bigint' && within(read)
    })
    .meta({ description: `${description} At most ${places} digits after the point, 15 before it.` })
}

const money = (description: string, bounds?: Bounds) => decimal(CENT_PLACES, description, bounds)
const name = z.string().min(1).max(LONGEST_NAME)
const date = z.iso.date().refine((text) => isoDate(text) !== null && text >= '1900')
const share = z.int().min(0).max(WHOLE)
const classes = z
  .strictObject(Object.fromEntries(ASSET_CLASSES.map((c) => [c, share.nullish()])))
  .meta({ description: 'Whole basis points by class; absent is 0.' })
const flag = z.boolean().nullish()

const account = z.looseObject({
  id: name,
  tax: z.enum(TAX_TREATMENTS),
  cash: money('May be negative: an overdraft.').nullish().meta({ default: '0' }),
  reserve: money('Cash that is to stay.', { least: 0 }).nullish().meta({ default: '0' }),
})

const lot = z.looseObject({
  id: name,
  quantity: decimal(DECIMALS, 'Above zero.', { above: 0 }),
  unitCost: decimal(DECIMALS, 'What one unit cost.', { least: 0 }),
  acquired: date.meta({ description: 'Not after asOf.' }),
})

const bpsFigure = (description: string) =>
  decimal(BPS_PLACES, description, { least: 0, most: WHOLE }).nullish().meta({ default: 0 })

const holding = z.looseObject({
  account: name,
  symbol: name,
  class: z.union([z.enum(ASSET_CLASSES), classes]).meta({ description: 'One class, or a split that totals 10,000.' }),
  quantity: decimal(DECIMALS, 'Zero: a security that may be bought.', { least: 0 }),
  price: decimal(DECIMALS, 'Per unit of quantity.', { above: 0 }),
  unit: decimal(DECIMALS, 'The smallest step that can be traded.', { above: 0 }).nullish().meta({ default: '1' }),
  locked: flag,
  noBuy: flag,
  noSell: flag,
  spreadBps: bpsFigure('What a trade loses to the spread.'),
  locationCostBps: bpsFigure('What buying it in this account costs against a better one.'),
  lots: z.array(lot).nullish(),
})

const rule = z.discriminatedUnion('rule', [
  z.looseObject({ rule: z.literal(RULES[0]) }),
  z.looseObject({ rule: z.literal(RULES[1]), percent: z.int().min(0).max(LARGEST_PERCENT) }),
])
const band = z.union([share, rule])
const bandsByClass = z.strictObject(Object.fromEntries(ASSET_CLASSES.map((c) => [c, band.nullish()])))

const weight = (description: string, absent: string) =>
  decimal(RATE_DECIMALS, description, { least: 0, most: 1e6 }).nullish().meta({ default: absent })
const taxRate = (absent: string) =>
  decimal(TAX_RATE_PLACES, 'A fraction of the gain.', { least: 0, most: 1 }).nullish().meta({ default: absent })

const objective = z.looseObject({
  tracking: weight('Cost of one unit of money outside the band.', '1'),
  turnover: weight('Cost of one unit of money traded.', '0.0005'),
  tax: weight('Cost of one unit of estimated tax.', '1'),
  taxRates: z
    .looseObject({
      short: taxRate('0.37'),
      long: taxRate('0.20'),
      lossCredit: decimal(RATE_DECIMALS, 'The fraction of its rate that a loss earns.', {
        least: 0,
        most: 1,
      }).nullish(),
    })
    .nullish(),
  netting: flag,
  orderFee: money('Paid from cash once per position traded.', { least: 0 }).nullish().meta({ default: '0' }),
})

const limits = z.looseObject({
  minTrade: money('No trade smaller than this.', { least: 0 }).nullish().meta({ default: '0' }),
  turnover: money('Buys plus sells at most; null: no limit.', { least: 0 }).nullish(),
})

/** What a plan is asked for with: the published contract of the command line and of `POST /api/v1/plan`. Unknown fields are reported, not refused. */
export const planRequestSchema = z
  .looseObject({
    asOf: date,
    accounts: z.array(account),
    holdings: z.array(holding),
    targets: classes.meta({ description: 'Whole basis points by class, total exactly 10,000.' }),
    bands: z
      .union([rule, bandsByClass])
      .nullish()
      .meta({ description: 'Half-widths in whole basis points of the total, or a rule; absent: none.' }),
    destination: z.enum(DESTINATIONS).nullish().meta({ default: 'target' }),
    cashCountsAs: z.literal('moneyFunds').nullish(),
    mode: z.enum(MODES).nullish().meta({ default: 'full' }),
    objective: objective.nullish(),
    limits: limits.nullish(),
    tolerancePpm: z.int().min(0).max(MOST_TOLERANCE).nullish().meta({ default: 100 }),
    deadlineMs: z.int().min(0).max(LONGEST_DEADLINE).nullish().meta({ default: 200 }),
    securityWeights: z
      .union([z.enum(SECURITY_RULES), z.record(z.string(), share.nullish())])
      .nullish()
      .meta({ default: 'fewest', description: 'How the securities of a class share what it gains or gives.' }),
  })
  .meta({ title: 'Plan request' })
