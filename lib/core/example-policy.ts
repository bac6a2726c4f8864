import { type Weights, weights } from '@/lib/core/asset-class'
import { DEFAULT_TERMS, type PlanPolicy } from '@/lib/core/plan'
import { DEFAULT_BANDS } from '@/lib/core/targets'
import { bps, cents, type IsoDate } from '@/lib/core/units'

/** Stocks and long bonds, half each. */
export const HALF = weights({ growth: 5000, longBonds: 5000 })

/** For tests: a whole plan to these weights on the day that `notation.ts` puts on its prices, with nothing unusual but what is told. */
export const examplePolicy = (more: Partial<PlanPolicy> = {}, target: Weights = HALF): PlanPolicy => ({
  asOf: '2026-11-20' as IsoDate,
  target: { weights: target, bands: DEFAULT_BANDS, destination: 'target' },
  mode: 'full',
  cashFlows: [],
  minTrade: cents(0n),
  maxPriceAge: 7,
  taxRates: { short: bps(3700), long: bps(2000) },
  terms: DEFAULT_TERMS,
  ...more,
})
