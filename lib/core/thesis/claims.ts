import type { StoredSeriesId } from '@/lib/core/feed-series'
import type { Publisher } from '@/lib/core/thesis/figure'
import type { IsoDate } from '@/lib/core/units'

/**
 * The article that the two regimes come from: a third party's opinion, published by a crypto exchange, a party with an interest. It bears no date;
 * it was written after QT's end and before the meeting of 10 December 2025, which it awaits.
 */
export const ARTICLE = {
  publisher: 'Gate',
  analyst: 'M. Hyland',
  after: '2025-12-01' as IsoDate,
  before: '2025-12-10' as IsoDate,
}

/** QT's end: the day from which the thesis counts. */
export const DEFAULT_START = '2025-12-01' as IsoDate

export const CLAIM_IDS = [
  'qtEnded',
  'startLevel',
  'steadyLevel',
  'decemberCut',
  'cutsBesideEnd',
  'billPurchases',
  'overnightRepo',
  'bitcoinLevel',
  'doubleShock',
  'confidence',
  'jobs',
  'housing',
  'mortgageRates',
  'riskRally',
  'growthOverValue',
  'assetTable',
  'moneyFundOutflow',
  'altcoins',
] as const
export type ClaimId = (typeof CLAIM_IDS)[number]

/** `event`: something that is said to have happened; `level`: a number; `forecast`: what is said to follow; `pattern`: a rule drawn from the past. */
export type ClaimKind = 'event' | 'level' | 'forecast' | 'pattern'

/** Months after the start, or calendar dates that no start moves. */
export type ClaimWindow = { kind: 'months'; from: number; to: number } | { kind: 'dates'; from: IsoDate; to: IsoDate }

/** A claim of the article. Its paraphrase is `claim.<id>.says` of the catalogue `thesis`, the measure in words `claim.<id>.measure`. */
export interface Claim {
  id: ClaimId
  kind: ClaimKind
  window: ClaimWindow | null
  /** What decides it: series that the product keeps, or who publishes what it does not. */
  decidedBy: readonly (StoredSeriesId | Publisher)[]
}

const months = (from: number, to: number): ClaimWindow => ({ kind: 'months', from, to })
const dates = (from: string, to = from): ClaimWindow => ({ kind: 'dates', from: from as IsoDate, to: to as IsoDate })

export const CLAIMS: Record<ClaimId, Omit<Claim, 'id'>> = {
  qtEnded: { kind: 'event', window: dates('2025-12-01'), decidedBy: ['fomc'] },
  startLevel: { kind: 'level', window: null, decidedBy: ['WALCL'] },
  steadyLevel: { kind: 'level', window: null, decidedBy: ['WALCL'] },
  decemberCut: { kind: 'event', window: dates('2025-12-10', '2025-12-11'), decidedBy: ['DFEDTARU'] },
  cutsBesideEnd: { kind: 'forecast', window: null, decidedBy: ['DFEDTARU'] },
  billPurchases: { kind: 'event', window: null, decidedBy: ['SOMA_BILLS', 'nyFed'] },
  overnightRepo: { kind: 'level', window: dates('2025-12-01'), decidedBy: ['nyFed'] },
  bitcoinLevel: { kind: 'level', window: dates('2025-11-30'), decidedBy: ['ownPrices'] },
  doubleShock: { kind: 'forecast', window: months(0, 2), decidedBy: ['WRESBAL'] },
  confidence: { kind: 'forecast', window: months(0, 3), decidedBy: ['conferenceBoard'] },
  jobs: { kind: 'pattern', window: months(3, 6), decidedBy: ['PAYEMS', 'UNRATE'] },
  housing: { kind: 'pattern', window: months(6, 9), decidedBy: ['HOUST'] },
  mortgageRates: { kind: 'forecast', window: null, decidedBy: ['freddieMac'] },
  riskRally: { kind: 'pattern', window: months(6, 12), decidedBy: ['ownPrices', 'DGS3MO'] },
  growthOverValue: { kind: 'forecast', window: null, decidedBy: ['fundReturns'] },
  assetTable: { kind: 'forecast', window: null, decidedBy: ['fundReturns', 'DGS20', 'DGS3MO'] },
  moneyFundOutflow: { kind: 'event', window: dates('2025-12-01', '2025-12-31'), decidedBy: ['ici'] },
  altcoins: { kind: 'pattern', window: months(29, 42), decidedBy: ['ownPrices'] },
}

export const claimOf = (id: ClaimId): Claim => ({ id, ...CLAIMS[id] })
