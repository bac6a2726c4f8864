/**
 * Something about the input or the plan that a person should know, returned as data, all at once.
 * The words are in the message catalogues under `issues.<code>`; `values` fills their places.
 */
export interface Issue {
  code: IssueCode
  /** An error refuses the plan; a warning stands beside it. */
  severity: 'error' | 'warning' | 'info'
  /** The symbol, account or class that it is about. */
  subject: string
  /** Where in the snapshot: the row to open. */
  holdingId?: string
  accountId?: string
  /** Plain digits, dates, names or asset classes; the screen formats them. */
  values?: Record<string, string>
}

export type IssueCode =
  | 'price.missing'
  | 'price.stale'
  | 'price.future'
  | 'price.notPositive'
  | 'rate.missing'
  | 'rate.stale'
  | 'rate.future'
  | 'quantity.negative'
  | 'unit.notPositive'
  | 'lots.exceed'
  | 'lots.missing'
  | 'lots.invalid'
  | 'holding.duplicate'
  | 'holding.unknownAccount'
  | 'class.unknown'
  | 'class.invalidSplit'
  | 'class.noSecurity'
  | 'targets.total'
  | 'portfolio.empty'
  | 'cash.short'
  | 'cash.reserveShort'
  | 'cashFlow.unknownAccount'
  | 'cashFlow.noneToPlace'
  | 'plan.outsideBand'
  | 'washSale.inPlan'
  | 'washSale.recent'
