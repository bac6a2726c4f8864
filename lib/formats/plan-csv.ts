import { decimalText } from '@/lib/core/decimal'
import type { Trade } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { QuotedPrice } from '@/lib/core/portfolio'
import { csvLine } from '@/lib/formats/csv-line'
import { neutralised } from '@/lib/formats/csv-text'

const COLUMNS = [
  'account',
  'side',
  'symbol',
  'name',
  'quantity',
  'price',
  'currency',
  'price_date',
  'price_source',
  'value',
  'cost',
  'estimated_tax',
  'reason',
  'quoted_price',
  'quoted_currency',
  'rate',
  'rate_date',
  'rate_source',
] as const
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The trades of a plan as one flat table in the order to execute: UTF-8 with a byte order mark (or spreadsheets read names as Latin-1),
 * CRLF, plain digits, ISO dates. `cost` is spread and order fee: cash moves by the value less it, or the value and it. An unknown tax is an empty cell, never 0. `reasonOf` gives each trade its sentence.
 */
export function planCsv(document: PlanDocument, reasonOf: (trade: Trade) => string): string {
  const rows = document.plan.trades.map((trade) => row(document, trade, reasonOf(trade)))
  return BYTE_ORDER_MARK + [COLUMNS, ...rows].map(csvLine).join('')
}

function row({ snapshot }: PlanDocument, trade: Trade, reason: string): string[] {
  const account = snapshot.accounts.find((a) => a.id === trade.accountId)
  const holding = snapshot.holdings.find((h) => h.id === trade.holdingId)
  return [
    neutralised(account?.name ?? ''),
    trade.side,
    neutralised(trade.symbol),
    neutralised(trade.name),
    decimalText(trade.quantity),
    decimalText(trade.price, undefined, 2),
    snapshot.currency,
    holding?.pricedOn ?? '',
    neutralised(holding?.priceSource ?? ''),
    decimalText(trade.value, 2, 2),
    decimalText(trade.cost, 2, 2),
    trade.tax === null ? '' : decimalText(trade.tax, 2, 2),
    neutralised(reason),
    ...quotedCells(holding?.quoted),
  ]
}

/** How the security is quoted where that is not in the plan's currency, and the rate that was used; empty otherwise. */
function quotedCells(quoted: QuotedPrice | undefined): string[] {
  if (!quoted || quoted.price === null || quoted.rate === null) return ['', '', '', '', '']
  const { price, currency, rate, ratedOn, source } = quoted
  return [decimalText(price, undefined, 2), currency, decimalText(rate), ratedOn ?? '', neutralised(source ?? '')]
}
