import { ASSET_CLASSES, byClass, isAssetClass, totalWeight, weights } from '@/lib/core/asset-class'
import type { PlanPolicy, SecurityWeights, Terms } from '@/lib/core/plan'
import type { Holding } from '@/lib/core/portfolio'
import { type Band, type Bands, DESTINATIONS, type Target } from '@/lib/core/targets'
import {
  type Bps,
  bps,
  type Cents,
  type IsoDate,
  ppm,
  RATE_DECIMALS,
  RATE_ONE,
  type Rate,
  rate,
  WHOLE,
} from '@/lib/core/units'
import { requestIssue } from '@/lib/formats/plan-issues'
import { CENT_PLACES, readWeights } from '@/lib/formats/plan-request-rows'
import { isObject, Row } from '@/lib/formats/request-row'

export const MODES = ['full', 'buyOnly'] as const
export const RULES = ['5/25', 'relative'] as const
export const SECURITY_RULES = ['keep', 'equal', 'fewest'] as const
export const LARGEST_PERCENT = 1_000
/** A minute: whoever can wait longer asks again. */
export const LONGEST_DEADLINE = 60_000
export const MOST_TOLERANCE = 1_000_000
const LARGEST_WEIGHT = 1_000_000n * RATE_ONE
/** A tax rate is whole basis points. */
export const TAX_RATE_PLACES = 4

export const OBJECTIVE_FIELDS = new Set(['tracking', 'turnover', 'tax', 'taxRates', 'netting', 'orderFee'])
export const TAX_RATE_FIELDS = new Set(['short', 'long', 'lossCredit'])
export const LIMIT_FIELDS = new Set(['minTrade', 'turnover'])
const BAND_FIELDS = new Set(['rule', 'percent'])

const NO_BAND: Band = { rule: 'absolute', halfWidth: bps(0) }

/** The policy of a request. What is faulty stands as its default: the request is refused as a whole then. */
export function readPolicy(request: Row, asOf: IsoDate, holdings: readonly Holding[]): PlanPolicy {
  const target = readTarget(request)
  const mode = request.choice('mode', MODES, 'full') ?? 'full'
  const { taxRates, ...objective } = readObjective(request)
  const { minTrade, turnoverCap } = readLimits(request)
  const terms: Terms = {
    ...objective,
    turnoverCap,
    spread: rate(0n),
    location: [],
    securities: readSecurities(request, holdings),
    reserveCounts: true,
    tolerance: ppm(request.whole('tolerancePpm', 100, MOST_TOLERANCE) ?? 0),
    deadline: request.whole('deadlineMs', 200, LONGEST_DEADLINE) ?? 0,
  }
  // Every price is of the day of the plan.
  return { asOf, target, mode, cashFlows: [], minTrade, maxPriceAge: 0, taxRates, terms }
}

function readTarget(request: Row): Target {
  const destination = request.choice('destination', DESTINATIONS, 'target') ?? 'target'
  return { weights: readTargets(request), bands: readBands(request), destination }
}

function readTargets(request: Row): Target['weights'] {
  if (request.json.targets == null) {
    request.missing('targets')
    return weights({})
  }
  const row = request.inner('targets')
  const found = row && readWeights(row)
  if (found && totalWeight(found) !== WHOLE) row.fault('targets.total', '', { total: String(totalWeight(found)) })
  return found ?? weights({})
}

function readBands(request: Row): Bands {
  const row = request.inner('bands')
  if (!row) return byClass(() => NO_BAND)
  if ('rule' in row.json) {
    const rule = readRule(row)
    return byClass(() => rule)
  }
  const found: Partial<Bands> = {}
  for (const name in row.json) {
    if (isAssetClass(name)) found[name] = readBand(row, name)
    else row.fault('class.invalid', name, { name: name.slice(0, 50), classes: ASSET_CLASSES.join(', ') })
  }
  return byClass((c) => found[c] ?? NO_BAND)
}

function readBand(row: Row, name: string): Band {
  const value = row.json[name]
  if (isObject(value)) return readRule(new Row(row.findings, value, row.at(name), name))
  return { rule: 'absolute', halfWidth: bps(row.whole(name, 0, WHOLE) ?? 0) }
}

function readRule(row: Row): Band {
  row.knowOnly(BAND_FIELDS)
  const rule = row.choice('rule', RULES, null)
  if (rule !== 'relative') return { rule: 'fiveTwentyFive' }
  return { rule: 'relative', percent: row.whole('percent', null, LARGEST_PERCENT) ?? 0 }
}

type Objective = Pick<Terms, 'tracking' | 'turnover' | 'tax' | 'lossCredit' | 'netting' | 'orderFee'> &
  Pick<PlanPolicy, 'taxRates'>

function readObjective(request: Row): Objective {
  const row = request.inner('objective') ?? new Row(request.findings, {}, '', '')
  row.knowOnly(OBJECTIVE_FIELDS)
  const weight = (field: string, absent: bigint): Rate =>
    rate(row.decimal(field, RATE_DECIMALS, absent, { least: 0n, most: LARGEST_WEIGHT }) ?? 0n)
  return {
    tracking: weight('tracking', RATE_ONE),
    turnover: weight('turnover', RATE_ONE / 2000n),
    tax: weight('tax', RATE_ONE),
    ...readTaxRates(row),
    netting: row.flag('netting'),
    orderFee: money(row, 'orderFee'),
  }
}

function readTaxRates(objective: Row): Pick<Objective, 'taxRates' | 'lossCredit'> {
  const row = objective.inner('taxRates') ?? new Row(objective.findings, {}, '', '')
  row.knowOnly(TAX_RATE_FIELDS)
  const taxRate = (field: string, absent: bigint): Bps =>
    bps(Number(row.decimal(field, TAX_RATE_PLACES, absent, { least: 0n, most: BigInt(WHOLE) }) ?? 0n))
  return {
    taxRates: { short: taxRate('short', 3700n), long: taxRate('long', 2000n) },
    lossCredit: rate(row.decimal('lossCredit', RATE_DECIMALS, 0n, { least: 0n, most: RATE_ONE }) ?? 0n),
  }
}

function readLimits(request: Row): { minTrade: Cents; turnoverCap: Cents | null } {
  const row = request.inner('limits') ?? new Row(request.findings, {}, '', '')
  row.knowOnly(LIMIT_FIELDS)
  return {
    minTrade: money(row, 'minTrade'),
    turnoverCap: row.json.turnover == null ? null : money(row, 'turnover'),
  }
}

const money = (row: Row, field: string): Cents => (row.decimal(field, CENT_PLACES, 0n, { least: 0n }) ?? 0n) as Cents

function readSecurities(request: Row, holdings: readonly Holding[]): SecurityWeights {
  if (!isObject(request.json.securityWeights))
    return request.choice('securityWeights', SECURITY_RULES, 'fewest') ?? 'fewest'
  const row = new Row(request.findings, request.json.securityWeights, 'securityWeights', 'securityWeights')
  const held = new Set(holdings.map((h) => h.symbol))
  const found = Object.keys(row.json).map((symbol): [string, Bps] => {
    if (!held.has(symbol)) {
      const place = { subject: symbol.slice(0, 50), path: row.at(symbol) }
      request.findings.add(requestIssue('securities.unknown', 'warning', place))
    }
    return [symbol, bps(row.whole(symbol, 0, WHOLE) ?? 0)]
  })
  return Object.fromEntries(found)
}
