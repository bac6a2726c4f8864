import type { StoredSeries } from '@/lib/core/feed-series'
import type { ClassLevels } from '@/lib/core/look-back/class-returns'
import { type AssetTable, assetTable } from '@/lib/core/thesis/asset-table'
import { CLAIM_IDS, CLAIMS, type Claim, type ClaimId, claimOf, DEFAULT_START } from '@/lib/core/thesis/claims'
import { housing, jobs } from '@/lib/core/thesis/economy-rules'
import { knownOn } from '@/lib/core/thesis/known'
import { startLevel, steadyLevel } from '@/lib/core/thesis/level-rules'
import { billPurchases, doubleShock } from '@/lib/core/thesis/liquidity-rules'
import { cutsBesideEnd, decemberCut } from '@/lib/core/thesis/rate-rules'
import { RECORD, type Recorded } from '@/lib/core/thesis/record'
import { assetTableVerdict, riskRally, undecided, windowEnd } from '@/lib/core/thesis/return-rules'
import type { IsoDate } from '@/lib/core/units'

/**
 * Where a verdict comes from: `recomputed` from the data at hand; `recorded`, not recomputed, as it was on its date; `undecided`, from neither: still
 * open, or nothing at hand that could decide it.
 */
export type Basis = 'recomputed' | 'recorded' | 'undecided'

export interface Assessment extends Recorded {
  claim: Claim
  basis: Basis
  /** The last day of its window; null without one. */
  until: IsoDate | null
}

export interface ThesisInput {
  series: StoredSeries
  /** The user's own prices, by class. */
  own: ClassLevels
  start: IsoDate
  asOf: IsoDate
}

type Rule = (known: StoredSeries, start: IsoDate) => Recorded | null

/** Each computes a verdict from what was known on a day; null when the data do not suffice. */
const RULES: Partial<Record<ClaimId, Rule>> = {
  startLevel,
  steadyLevel,
  decemberCut,
  cutsBesideEnd,
  billPurchases,
  doubleShock,
  jobs,
  housing,
}
/** Judged by calendar dates or by nothing that moves with the start, so that the record holds for any start. */
const holdsForAnyStart = (id: ClaimId): boolean => CLAIMS[id].window?.kind === 'dates' || id === 'startLevel'

/**
 * Every claim of the article with its verdict on a day, from nothing dated later. A claim that series can decide is computed anew when these reach at
 * least as far as the record of it; otherwise the record stands with its own date. Assumes each series in the order of dates.
 */
export function assessThesis({ series, own, start, asOf }: ThesisInput): Assessment[] {
  const known = knownOn(series, asOf)
  const table = assetTable({ series: known, own, start, asOf })
  const rally = assetTable({ series: known, own, start, asOf: earlier(asOf, windowEnd('riskRally', start)) })
  return CLAIM_IDS.map((id) => {
    const until = CLAIMS[id].window ? windowEnd(id, start) : null
    return { claim: claimOf(id), until, ...judge(id, { known, table, rally, start, asOf }) }
  })
}

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b)

interface Known {
  known: StoredSeries
  table: AssetTable
  rally: AssetTable
  start: IsoDate
  asOf: IsoDate
}

function judge(id: ClaimId, { known, table, rally, start, asOf }: Known): Recorded & { basis: Basis } {
  if (id === 'assetTable') return assetTableVerdict(table, asOf)
  if (id === 'riskRally') return riskRally(rally, start, asOf)
  if (id === 'altcoins' || id === 'bitcoinLevel') return { ...undecided(id, start, asOf), basis: 'undecided' }
  const record = RECORD[id]
  const stands = record && record.on <= asOf && (start === DEFAULT_START || holdsForAnyStart(id)) ? record : null
  const computed = RULES[id]?.(known, start) ?? null
  if (computed && (!stands || computed.on >= stands.on || decidedBy(id, computed))) {
    return { ...computed, basis: 'recomputed' }
  }
  if (stands) return { ...stands, basis: 'recorded' }
  const open = asOf < windowEnd(id, start) || (record !== undefined && asOf < record.on)
  const nothing = { on: asOf, figures: [], basis: 'undecided' } as const
  return open ? { verdict: 'open', ...nothing } : { verdict: 'notCheckable', ...nothing, remark: 'noData' }
}

/** The figures of these windows are final once they are out, however much later the record was made. */
const FINAL: readonly ClaimId[] = ['jobs', 'housing', 'doubleShock']
const decidedBy = (id: ClaimId, { figures }: Recorded): boolean => FINAL.includes(id) && figures.length > 0

/** How many claims have each verdict. */
export function tally(assessments: readonly Assessment[]): Partial<Record<Assessment['verdict'], number>> {
  const counts: Partial<Record<Assessment['verdict'], number>> = {}
  for (const { verdict } of assessments) counts[verdict] = (counts[verdict] ?? 0) + 1
  return counts
}
