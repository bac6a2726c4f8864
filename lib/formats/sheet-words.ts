import type { Side } from '@/lib/core/plan'
import type { TaxTreatment } from '@/lib/core/portfolio'
import type { Trading } from '@/lib/core/trading'
import type { Bucket } from '@/lib/core/valuation'

export type SheetName = 'trades' | 'classes' | 'cash' | 'lots' | 'stages' | 'inputs' | 'holdings' | 'accounts'

export type ColumnWord =
  | 'account'
  | 'acquired'
  | 'buys'
  | 'cash'
  | 'cashAfter'
  | 'cashBefore'
  | 'cashChange'
  | 'class'
  | 'cost'
  | 'costs'
  | 'currency'
  | 'date'
  | 'figure'
  | 'flow'
  | 'gain'
  | 'input'
  | 'name'
  | 'ownCash'
  | 'ownCurrency'
  | 'ownPrice'
  | 'price'
  | 'priceDate'
  | 'priceSource'
  | 'quantity'
  | 'rate'
  | 'rateDate'
  | 'reason'
  | 'reserve'
  | 'sells'
  | 'shift'
  | 'side'
  | 'stage'
  | 'symbol'
  | 'target'
  | 'tax'
  | 'taxTreatment'
  | 'term'
  | 'total'
  | 'trading'
  | 'unit'
  | 'unitCost'
  | 'value'
  | 'valueAfter'
  | 'valueBefore'
  | 'weightAfter'
  | 'weightBefore'

/** The words of a workbook in one language. */
export interface SheetWords {
  sheet: (name: SheetName) => string
  column: (name: ColumnWord) => string
  side: (side: Side) => string
  term: (term: 'short' | 'long') => string
  /** A class, what has none, or cash. */
  bucket: (bucket: Bucket) => string
  source: (source: string) => string
  tax: (tax: TaxTreatment) => string
  trading: (trading: Trading) => string
}
