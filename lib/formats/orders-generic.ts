import { decimalText } from '@/lib/core/decimal'
import type { Trade } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import { marketValue } from '@/lib/core/units'
import { csvLine } from '@/lib/formats/csv-line'
import { neutralised } from '@/lib/formats/csv-text'

const COLUMNS = ['account', 'action', 'symbol', 'quantity', 'price', 'currency', 'value', 'note'] as const
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The trades as a plain list of orders, for one account or for all, in the order to execute: UTF-8 with a byte order mark, CRLF, plain
 * digits. Price and value are in the currency in which the security is quoted, and the plan's own price is the one of its date.
 * `noteOf` says per trade what a person should know.
 */
export function genericOrders(
  document: PlanDocument,
  accountId: string | null,
  noteOf: (trade: Trade) => string,
): string {
  const trades = document.plan.trades.filter((trade) => accountId === null || trade.accountId === accountId)
  return BYTE_ORDER_MARK + [COLUMNS, ...trades.map((t) => row(document, t, noteOf(t)))].map(csvLine).join('')
}

function row({ snapshot }: PlanDocument, trade: Trade, note: string): string[] {
  const account = snapshot.accounts.find((a) => a.id === trade.accountId)
  const quoted = snapshot.holdings.find((h) => h.id === trade.holdingId)?.quoted
  const own = quoted?.price
    ? { price: quoted.price, currency: quoted.currency, value: marketValue(trade.quantity, quoted.price) }
    : { price: trade.price, currency: snapshot.currency, value: trade.value }
  return [
    neutralised(account?.name ?? ''),
    trade.side === 'buy' ? 'BUY' : 'SELL',
    neutralised(trade.symbol),
    decimalText(trade.quantity),
    decimalText(own.price, undefined, 2),
    own.currency,
    decimalText(own.value, 2, 2),
    neutralised(note),
  ]
}
