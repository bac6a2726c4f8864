import { ASSET_CLASSES, type Weights } from '@/lib/core/asset-class'
import type { Book } from '@/lib/core/book'
import type { Currency, MoneyCurrency } from '@/lib/core/currency'
import { decimalText } from '@/lib/core/decimal'
import type { Lot, TaxTreatment } from '@/lib/core/portfolio'
import { type Trading, tradingOf } from '@/lib/core/trading'
import { type Cents, type IsoDate, type Quantity, type UnitPrice, WHOLE } from '@/lib/core/units'
import { csvLine } from '@/lib/formats/csv-line'
import { neutralised } from '@/lib/formats/csv-text'

/** A holding as a file carries it: everything that a person entered, in its own currency. */
export interface FileHolding {
  symbol: string
  name: string
  split: Weights | null
  quantity: Quantity
  unit: Quantity
  price: UnitPrice | null
  currency: Currency
  pricedOn: IsoDate | null
  priceSource: string | null
  trading: Trading
  lots: Omit<Lot, 'id'>[]
}

export interface FileAccount {
  name: string
  tax: TaxTreatment
  currency: MoneyCurrency
  cash: Cents
  reserve: Cents
  holdings: FileHolding[]
}

/** Stands at the start of the file, before the number of its version: what it is recognised by. */
export const HOLDINGS_TITLE = 'Tidemark holdings'
const VERSION = '1'

/** The columns; every row names its account by number, because two accounts may have one name. */
export const HOLDINGS_COLUMNS = [
  'row',
  'account_no',
  'account',
  'tax',
  'currency',
  'cash',
  'reserve',
  'symbol',
  'name',
  'class',
  'quantity',
  'unit',
  'price',
  'price_date',
  'price_source',
  'trading',
  'unit_cost',
  'acquired',
] as const
export type HoldingsColumn = (typeof HOLDINGS_COLUMNS)[number]
type Cells = Partial<Record<HoldingsColumn, string>>

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Accounts, holdings and lots as one CSV that reads back as it was: UTF-8 with a byte order mark, CRLF, plain digits, ISO dates, and the
 * product's own words for classes and kinds of account in every language. A lot stands under its holding. Prices and costs are in the
 * currency of their row.
 */
export function holdingsCsv(accounts: readonly FileAccount[]): string {
  const rows = accounts.flatMap((account, i) => accountRows(account, String(i + 1)))
  const lines = rows.map((cells) => HOLDINGS_COLUMNS.map((column) => cells[column] ?? ''))
  return BYTE_ORDER_MARK + [[HOLDINGS_TITLE, VERSION], HOLDINGS_COLUMNS, ...lines].map(csvLine).join('')
}

/** What the holdings screen shows, as the file carries it. */
export function fileOfBook({ accounts, holdings }: Pick<Book, 'accounts' | 'holdings'>): FileAccount[] {
  return accounts.map(({ id, name, tax, currency, cash, reserve }) => ({
    name,
    tax,
    currency,
    cash,
    reserve,
    holdings: holdings
      .filter((holding) => holding.accountId === id)
      .map((holding) => ({
        symbol: holding.symbol,
        name: holding.name,
        split: holding.split,
        quantity: holding.quantity,
        unit: holding.unit,
        price: holding.price,
        currency: holding.currency,
        pricedOn: holding.pricedOn,
        priceSource: holding.priceSource,
        trading: tradingOf(holding),
        lots: holding.lots.map((lot) => ({
          quantity: lot.quantity,
          unitCost: lot.unitCost,
          acquired: lot.acquired,
        })),
      })),
  }))
}

function accountRows(account: FileAccount, no: string): Cells[] {
  const of = { account_no: no, account: neutralised(account.name) }
  const own: Cells = {
    row: 'account',
    ...of,
    tax: account.tax,
    currency: account.currency,
    cash: decimalText(account.cash, 2, 2),
    reserve: decimalText(account.reserve, 2, 2),
  }
  return [own, ...account.holdings.flatMap((holding) => holdingRows(holding, of))]
}

function holdingRows(holding: FileHolding, of: Cells): Cells[] {
  const symbol = neutralised(holding.symbol)
  const own: Cells = {
    row: 'holding',
    ...of,
    currency: holding.currency,
    symbol,
    name: neutralised(holding.name),
    class: splitText(holding.split),
    quantity: decimalText(holding.quantity),
    unit: decimalText(holding.unit),
    price: holding.price === null ? '' : decimalText(holding.price),
    price_date: holding.pricedOn ?? '',
    price_source: neutralised(holding.priceSource ?? ''),
    trading: holding.trading,
  }
  const lots = holding.lots.map((lot) => ({
    row: 'lot',
    ...of,
    currency: holding.currency,
    symbol,
    quantity: decimalText(lot.quantity),
    unit_cost: decimalText(lot.unitCost),
    acquired: lot.acquired,
  }))
  return [own, ...lots]
}

/** One class by its name; several with their shares in percent, `growth 60 + tech 40`. */
function splitText(split: Weights | null): string {
  if (!split) return ''
  const held = ASSET_CLASSES.filter((c) => split[c] !== 0)
  const [only] = held
  if (only && held.length === 1 && split[only] === WHOLE) return only
  return held.map((c) => `${c} ${decimalText(BigInt(split[c]), 2)}`).join(' + ')
}
