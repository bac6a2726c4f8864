import type { Currency } from '@/lib/core/currency'
import { type DirectoryEntry, findSymbol } from '@/lib/core/directory'
import type { Trade } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { Holding } from '@/lib/core/portfolio'
import { ONE, WHOLE } from '@/lib/core/units'
import { csvLine } from '@/lib/formats/csv-line'

/**
 * The eight columns of a market order in a basket file, in the order in which Interactive Brokers shows them (TWS guide, "Manually Create
 * a Basket File", read 2026-11). The file has no limit price, so every order is a market order for the day.
 */
const COLUMNS = ['Action', 'Quantity', 'Symbol', 'SecType', 'Exchange', 'Currency', 'TimeInForce', 'OrderType'] as const
const SECURITY = { type: 'STK', exchange: 'SMART', timeInForce: 'DAY', orderType: 'MKT' } as const

/** Why a basket file cannot carry a trade; the words are in the catalogue. */
export type IbRefusal = 'coin' | 'fund' | 'fraction' | 'currency' | 'symbol'

export interface RefusedTrade {
  trade: Trade
  reason: IbRefusal
}

export interface IbBasket {
  /** Null when the account has no trade that the file can carry. */
  csv: string | null
  orders: number
  refused: RefusedTrade[]
}

/** The trades of one account as a basket file. What the file cannot carry safely is not in it and is refused with its reason. */
export function ibBasket({ snapshot, plan }: PlanDocument, accountId: string): IbBasket {
  const lines: string[] = []
  const refused: RefusedTrade[] = []
  for (const trade of plan.trades.filter((t) => t.accountId === accountId)) {
    const order = orderOf(
      trade,
      snapshot.holdings.find((h) => h.id === trade.holdingId),
      snapshot.currency,
    )
    if (typeof order === 'string') refused.push({ trade, reason: order })
    else lines.push(csvLine(order))
  }
  return { csv: lines.length > 0 ? csvLine(COLUMNS) + lines.join('') : null, orders: lines.length, refused }
}

function orderOf(trade: Trade, holding: Holding | undefined, base: Currency): string[] | IbRefusal {
  const kind = kindOf(trade.symbol, holding)
  if (kind) return kind
  if (trade.quantity % ONE !== 0n) return 'fraction'
  const currency = MARKETS[holding?.quoted?.currency ?? base]
  if (!currency) return 'currency'
  const symbol = currency === 'USD' ? symbolInDollars(trade.symbol) : plainSymbol(trade.symbol)
  if (!symbol) return 'symbol'
  const { type, exchange, timeInForce, orderType } = SECURITY
  const action = trade.side === 'buy' ? 'BUY' : 'SELL'
  return [action, String(trade.quantity / ONE), symbol, type, exchange, currency, timeInForce, orderType]
}

/** The currency code of a market; pence are pounds there. Shares in onshore yuan have no code that is safe. */
const MARKETS: Record<Currency, string | null> = {
  USD: 'USD',
  EUR: 'EUR',
  GBP: 'GBP',
  GBX: 'GBP',
  CAD: 'CAD',
  JPY: 'JPY',
  HKD: 'HKD',
  CNY: null,
}

/** Five letters of which the last is X are a mutual fund (Nasdaq's fifth-character codes). */
const FUND_SYMBOL = /^[A-Z]{4}X$/
const COIN_PAIR = /[-./ ]?USD[TC]?$/

function kindOf(symbol: string, holding: Holding | undefined): 'coin' | 'fund' | null {
  const entry: DirectoryEntry | null = findSymbol(symbol)
  if (entry?.kind === 'fund' || entry?.kind === 'moneyFund') return 'fund'
  if (entry?.kind === 'crypto') return 'coin'
  if (entry) return null
  if (FUND_SYMBOL.test(symbol)) return 'fund'
  return holding?.split?.digital === WHOLE && (COIN_PAIR.test(symbol) || holding.unit % ONE !== 0n) ? 'coin' : null
}

/** A ticker of letters and digits that needs no quotes and starts no formula; a CUSIP is longer. */
const PLAIN = /^[A-Z\d]{1,6}$/
const CLASS_SHARE = /^([A-Z]{1,5})[./ ]([AB])$/
const ANY_CLASS_SHARE = /^([A-Z]{1,5})[-./ ]([A-Z])$/

const plainSymbol = (symbol: string): string | null => (PLAIN.test(symbol) ? symbol : null)

/**
 * A share class is written with a space: `BRK B`. With a hyphen, or with a later letter, the same text may be a preferred share; it is
 * taken for a class only where the built-in directory knows it as one.
 */
function symbolInDollars(symbol: string): string | null {
  const form = findSymbol(symbol)?.kind === 'stock' ? ANY_CLASS_SHARE : CLASS_SHARE
  const [, root, letter] = form.exec(symbol) ?? []
  return root && letter ? `${root} ${letter}` : plainSymbol(symbol)
}
