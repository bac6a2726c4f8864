import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { checkPrice, inCurrency, type PriceRefusal } from '@/lib/core/check-price'
import type { Currency } from '@/lib/core/currency'
import { type IsoDate, type UnitPrice, unitPrice } from '@/lib/core/units'
import { listPricedHoldings, type PricedHolding, type PriceSave } from '@/lib/db/price-holdings'
import { type PriceFault, type PriceQuote, storePriceRound } from '@/lib/db/price-quotes'
import { applyPrices } from '@/lib/flows/apply-prices'
import { type FileQuote, type QuoteFileFault, type QuoteLine, readQuoteFile } from '@/lib/formats/quote-file'

const SOURCE = 'file'

/** What becomes of a price: a holding takes it, it is kept as an earlier day's, its symbol is not held, or it is refused. */
export type PriceOutcome = 'taken' | 'history' | 'notHeld' | PriceRefusal

export interface FilePrice {
  line: number
  symbol: string
  date: IsoDate
  price: UnitPrice
  currency: Currency | null
  outcome: PriceOutcome
}

export interface PriceFileReport {
  fault: QuoteFileFault | null
  prices: FilePrice[]
  problems: QuoteLine[]
}

/** What would become of a file's prices in a portfolio; nothing is stored. */
export async function previewPriceFile(
  userId: string,
  asOf: IsoDate,
  { portfolioId, text }: { portfolioId: string; text: string },
): Promise<PriceFileReport> {
  const read = readQuoteFile(text)
  if (!read.ok) return { fault: read.fault, prices: [], problems: read.problems }
  const rows = await listPricedHoldings(userId, portfolioId)
  return { fault: null, prices: decide(read.quotes, rows, asOf), problems: read.problems }
}

/** Stores a file's prices of what is held, and gives the holdings those that are believed; answers what takes that back. */
export async function storePriceFile(
  userId: string,
  asOf: IsoDate,
  { portfolioId, text, at }: { portfolioId: string; text: string; at: Date },
): Promise<ActionResult<PriceSave[]>> {
  const { fault, prices } = await previewPriceFile(userId, asOf, { portfolioId, text })
  const rows = await listPricedHoldings(userId, portfolioId)
  const quotes = prices.flatMap((price) => believed(price, rows))
  const newest = quotes.filter((quote) => prices.some((price) => isTaken(price) && isOf(price, quote)))
  if (fault || quotes.length === 0) return refusal('invalid')
  const applied = await applyPrices(userId, portfolioId, newest, asOf)
  if (!applied.ok) return applied
  const symbols = newest.map(({ symbol }) => symbol)
  const refused = prices.flatMap((price) => refusedOf(price, rows))
  const faults = [...refused, ...applied.value.faults]
  const first = new Map(faults.map((one) => [one.symbol, one]))
  await storePriceRound(userId, { symbols: [...symbols, ...first.keys()], quotes, faults: [...first.values()], at })
  return success(applied.value.former)
}

/** Of each symbol that is held the newest price is judged; the earlier ones are its history. */
function decide(quotes: readonly FileQuote[], rows: readonly PricedHolding[], asOf: IsoDate): FilePrice[] {
  const dated = quotes.map((quote) => ({ ...quote, date: quote.date ?? asOf }))
  const newest = new Map<string, IsoDate>()
  for (const { symbol, date } of dated) if (date > (newest.get(symbol) ?? '')) newest.set(symbol, date)
  return dated.map(({ line, symbol, date, price, currency }): FilePrice => {
    const held = rows.filter((row) => row.symbol === symbol)
    const said = { line, symbol, date, price: unitPrice(price), currency: currency ?? held[0]?.currency ?? null }
    return { ...said, outcome: outcomeOf(said, held, newest.get(symbol) === date, asOf) }
  })
}

function outcomeOf(
  said: Omit<FilePrice, 'outcome'>,
  held: readonly PricedHolding[],
  isNewest: boolean,
  asOf: IsoDate,
): PriceOutcome {
  if (held.length === 0) return 'notHeld'
  if (!isNewest)
    return held.some((row) => said.currency && inCurrency(said.price, said.currency, row.currency))
      ? 'history'
      : 'currency'
  const checks = held.map((row) => checkPrice(said, row, asOf))
  const refused = checks.find((check) => !check.ok)
  return checks.some(({ ok }) => ok) || !refused || refused.ok ? 'taken' : refused.code
}

const isTaken = ({ outcome }: FilePrice): boolean => outcome === 'taken'
const isOf = (price: FilePrice, quote: PriceQuote): boolean =>
  price.symbol === quote.symbol && price.date === quote.date

/** A price for the history, in the currency of the holding. */
function believed({ symbol, date, price, currency, outcome }: FilePrice, rows: readonly PricedHolding[]): PriceQuote[] {
  if (outcome !== 'taken' && outcome !== 'history') return []
  for (const row of rows) {
    const own = row.symbol === symbol && currency ? inCurrency(price, currency, row.currency) : null
    if (own) return [{ symbol, date, price: unitPrice(own), currency: row.currency, source: SOURCE }]
  }
  return []
}

function refusedOf(
  { symbol, date, price, currency, outcome }: FilePrice,
  rows: readonly PricedHolding[],
): Omit<PriceFault, 'at'>[] {
  if (outcome === 'taken' || outcome === 'history' || outcome === 'notHeld') return []
  if (!rows.some((row) => row.symbol === symbol)) return []
  return [{ symbol, source: SOURCE, code: outcome, price, currency, date }]
}
