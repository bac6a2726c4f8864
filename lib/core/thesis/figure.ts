import type { StoredSeriesId } from '@/lib/core/feed-series'
import type { IsoDate } from '@/lib/core/units'

/** Who published what is in no series at hand. `fundReturns`: total returns of funds and assets that stand for a class. */
export const PUBLISHERS = [
  'article',
  'fomc',
  'nyFed',
  'ici',
  'conferenceBoard',
  'freddieMac',
  'fundReturns',
  'ownPrices',
] as const
export type Publisher = (typeof PUBLISHERS)[number]

export type FigureUnit =
  | 'percent'
  | 'percentAYear'
  | 'basisPoints'
  | 'billions'
  | 'billionsAMonth'
  | 'thousands'
  | 'thousandsAMonth'
  | 'thousandsAYear'
  | 'index'
  | 'months'
  | 'count'
  /** The date is what it says; the value is null. */
  | 'date'

/** One number of the record with what a reader needs to look it up. */
export interface Figure {
  name: FigureName
  value: number | null
  unit: FigureUnit
  /** The day that the value is of; for a change or a return, the end of its period. */
  date: IsoDate
  /** The start of the period. */
  since?: IsoDate
  /** `month`: published for the month as a whole, dated on its last day here. */
  precision?: 'month'
  source: FigureSource
}

/** A series, a publisher, or the yields of two maturities one after the other. */
export type FigureSource = StoredSeriesId | Publisher | 'DGS20+DGS30'

/** What a figure measures; the words are in the catalogue `thesis` under `figure`. */
export const FIGURE_NAMES = [
  'alternativesReturn',
  'articleRepo',
  'billsAtStart',
  'billsNow',
  'confidence',
  'digitalReturn',
  'growthReturn',
  'housingAtStart',
  'housingNow',
  'lastAboveArticle',
  'levelAtQtStart',
  'levelNow',
  'levelPeak',
  'levelThen',
  'levelTrough',
  'longBondsReturn',
  'moneyFundAssets',
  'moneyFundsReturn',
  'mortgageRate',
  'payrollGain',
  'payrollGainBefore',
  'purchases',
  'qtDecided',
  'qtLength',
  'qtLengthClaimed',
  'repoTotal',
  'reservesDecember',
  'reservesJanuary',
  'rowsRight',
  'targetAfter',
  'targetBefore',
  'techReturn',
  'unemploymentAtStart',
  'unemploymentNow',
  'valueReturn',
  'votesAgainst',
  'votesFor',
] as const
export type FigureName = (typeof FIGURE_NAMES)[number]
