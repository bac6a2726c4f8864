import type { ClaimId } from '@/lib/core/thesis/claims'
import type { Figure, FigureName, FigureSource, FigureUnit } from '@/lib/core/thesis/figure'
import type { IsoDate } from '@/lib/core/units'

export const VERDICTS = ['confirmed', 'partly', 'contradicted', 'open', 'notCheckable'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What must be said beside a verdict, under `remark` of the catalogue `thesis`. */
export const REMARKS = [
  'longerThanClaimed',
  'aboveAtStart',
  'trueThenStaleNow',
  'hikeSince',
  'pausedSince',
  'oneNightLoan',
  'failedBefore',
  'fewCases',
  'decemberOnly',
  'needsPrices',
  'noData',
  'notAllRows',
  'lowestSince2014',
] as const
export type Remark = (typeof REMARKS)[number]

/** A verdict as it was on a day, with its figures. */
export interface Recorded {
  verdict: Verdict
  on: IsoDate
  figures: readonly Figure[]
  remark?: Remark
}

type Extra = Partial<Pick<Figure, 'since' | 'precision'>>

const figure = (
  name: FigureName,
  value: number | null,
  unit: FigureUnit,
  date: string,
  source: FigureSource,
  { since, precision }: { since?: string; precision?: 'month' } = {},
): Figure => ({
  ...{ name, value, unit, date: date as IsoDate, source },
  ...((since ? { since: since as IsoDate } : {}) satisfies Extra),
  ...(precision ? { precision } : {}),
})

const recorded = (verdict: Verdict, on: string, figures: readonly Figure[], remark?: Remark): Recorded => ({
  ...{ verdict, on: on as IsoDate, figures },
  ...(remark ? { remark } : {}),
})

const monthly = { precision: 'month' } as const
const sinceNovember = { since: '2025-11-30' }

/**
 * What the public record said of each claim up to September 2026: H.4.1 (WALCL, billions of dollars), statements of the Federal Open Market
 * Committee, operations of the New York Fed, Investment Company Institute, Conference Board, Freddie Mac, and total returns of stand-ins for the
 * classes. A claim with no entry was never decided. Where series at hand reach as far, verdicts.ts computes anew instead.
 */
export const RECORD: Partial<Record<ClaimId, Recorded>> = {
  qtEnded: recorded(
    'confirmed',
    '2025-12-01',
    [
      figure('qtDecided', null, 'date', '2025-10-29', 'fomc'),
      figure('qtLength', 42, 'months', '2025-11-30', 'fomc', { since: '2022-06-01' }),
      figure('qtLengthClaimed', 36, 'months', '2025-12-01', 'article'),
    ],
    'longerThanClaimed',
  ),
  startLevel: recorded(
    'contradicted',
    '2025-12-03',
    [
      figure('levelPeak', 8965.5, 'billions', '2022-04-13', 'WALCL'),
      figure('levelAtQtStart', 8915.1, 'billions', '2022-06-01', 'WALCL'),
      figure('lastAboveArticle', 7402.4, 'billions', '2024-04-24', 'WALCL'),
      figure('levelTrough', 6535.8, 'billions', '2025-12-03', 'WALCL'),
    ],
    'aboveAtStart',
  ),
  steadyLevel: recorded(
    'partly',
    '2026-09-30',
    [
      figure('levelThen', 6552.4, 'billions', '2025-11-26', 'WALCL'),
      figure('levelNow', 6743.0, 'billions', '2026-09-30', 'WALCL'),
    ],
    'trueThenStaleNow',
  ),
  decemberCut: recorded('confirmed', '2025-12-11', [
    figure('targetBefore', 4, 'percent', '2025-12-10', 'DFEDTARU'),
    figure('targetAfter', 3.75, 'percent', '2025-12-11', 'DFEDTARU'),
  ]),
  cutsBesideEnd: recorded(
    'contradicted',
    '2026-09-17',
    [
      figure('targetBefore', 3.75, 'percent', '2026-09-16', 'fomc'),
      figure('targetAfter', 4, 'percent', '2026-09-17', 'fomc'),
      figure('votesFor', 12, 'count', '2026-09-17', 'fomc'),
      figure('votesAgainst', 0, 'count', '2026-09-17', 'fomc'),
    ],
    'hikeSince',
  ),
  billPurchases: recorded(
    'confirmed',
    '2026-08-14',
    [
      figure('purchases', 40, 'billionsAMonth', '2025-12-12', 'nyFed'),
      figure('purchases', 25, 'billionsAMonth', '2026-04-30', 'nyFed', monthly),
      figure('purchases', 10, 'billionsAMonth', '2026-06-30', 'nyFed', { since: '2026-05-01', ...monthly }),
      figure('purchases', 0, 'billionsAMonth', '2026-08-14', 'nyFed'),
    ],
    'pausedSince',
  ),
  overnightRepo: recorded(
    'partly',
    '2025-12-31',
    [
      figure('articleRepo', 13.5, 'billions', '2025-12-01', 'article'),
      figure('repoTotal', 26.0, 'billions', '2025-12-01', 'nyFed'),
      figure('repoTotal', 50.35, 'billions', '2025-10-31', 'nyFed'),
      figure('repoTotal', 74.6, 'billions', '2025-12-31', 'nyFed'),
    ],
    'oneNightLoan',
  ),
  confidence: recorded(
    'contradicted',
    '2026-01-31',
    [figure('confidence', 84.5, 'index', '2026-01-31', 'conferenceBoard', monthly)],
    'lowestSince2014',
  ),
  jobs: recorded('partly', '2026-09-30', [], 'fewCases'),
  housing: recorded('partly', '2026-09-30', [], 'fewCases'),
  mortgageRates: recorded('contradicted', '2026-06-25', [
    figure('mortgageRate', 6.15, 'percent', '2025-12-31', 'freddieMac'),
    figure('mortgageRate', 6.49, 'percent', '2026-06-25', 'freddieMac'),
  ]),
  growthOverValue: recorded('contradicted', '2026-07-31', [
    figure('growthReturn', -0.4, 'percent', '2026-07-31', 'fundReturns', sinceNovember),
    figure('valueReturn', 21.3, 'percent', '2026-07-31', 'fundReturns', sinceNovember),
  ]),
  moneyFundOutflow: recorded('contradicted', '2026-01-31', [
    figure('moneyFundAssets', 7655, 'billions', '2025-12-10', 'ici'),
    figure('moneyFundAssets', 7804, 'billions', '2026-01-31', 'ici', monthly),
  ]),
}
