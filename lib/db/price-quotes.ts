import { type Currency, isCurrency } from '@/lib/core/currency'
import { decimalText } from '@/lib/core/decimal'
import { isPriceSource, type PriceSource } from '@/lib/core/holding-fields'
import { type IsoDate, type UnitPrice, unitPrice } from '@/lib/core/units'
import { db, type Tx } from '@/lib/db/client'
import { dateFromColumn, fromColumn } from '@/lib/db/decimals'

/** A price of one day that was believed, per unit in its currency. */
export interface PriceQuote {
  symbol: string
  source: PriceSource
  price: UnitPrice
  currency: Currency
  date: IsoDate
}

/** What was said of a symbol by a source and not taken over, or why nothing was said. */
export interface PriceFault {
  symbol: string
  source: PriceSource
  code: string
  /** Null where nothing was said. */
  price: UnitPrice | null
  /** As the source writes it. */
  currency: string | null
  date: IsoDate | null
  at: Date
}

/** What asking for some symbols brought. */
interface Round {
  symbols: readonly string[]
  quotes: readonly PriceQuote[]
  faults: readonly Omit<PriceFault, 'at'>[]
  at: Date
}

/**
 * Stores what some symbols brought as one transaction: prices by day, of which a later one replaces that of the same day and source, and
 * faults in the place of those before. That a source was left alone replaces nothing that it said earlier.
 */
export async function storePriceRound(userId: string, { symbols, quotes, faults, at }: Round): Promise<void> {
  const silent = faults.filter(({ code }) => code === 'waiting')
  const kept = silent.map(({ symbol, source }) => ({ symbol, source }))
  await db().$transaction(async (tx) => {
    const gone = { userId, symbol: { in: [...symbols] }, ...(kept.length > 0 && { NOT: { OR: kept } }) }
    await tx.priceFault.deleteMany({ where: gone })
    const rows = faults.map(({ price, date, ...rest }) => ({
      ...{ ...rest, userId, at },
      price: price === null ? null : decimalText(price),
      date: date && new Date(`${date}T00:00:00Z`),
    }))
    await tx.priceFault.createMany({ data: rows, skipDuplicates: true })
    await storeQuotes(userId, quotes, at, tx)
  })
}

async function storeQuotes(userId: string, quotes: readonly PriceQuote[], at: Date, tx: Tx): Promise<void> {
  if (quotes.length === 0) return
  const rows = quotes.map((quote) => ({ ...quote, price: decimalText(quote.price) }))
  await tx.$executeRaw`
    INSERT INTO "PriceQuote" ("userId", "symbol", "date", "source", "price", "currency", "fetchedAt")
    SELECT ${userId}::uuid, r."symbol", r."date", r."source", r."price", r."currency", ${at}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("symbol" text, "date" date, "source" text, "price" numeric, "currency" text)
    ON CONFLICT ("userId", "symbol", "date", "source")
    DO UPDATE SET "price" = EXCLUDED."price", "currency" = EXCLUDED."currency", "fetchedAt" = EXCLUDED."fetchedAt"`
}

/** The prices of some symbols that were stored since a time, the earliest stored first. */
export async function listQuotesSince(userId: string, symbols: readonly string[], since: Date): Promise<PriceQuote[]> {
  const rows = await db().priceQuote.findMany({
    where: { userId, symbol: { in: [...symbols] }, fetchedAt: { gte: since } },
    orderBy: [{ fetchedAt: 'asc' }, { date: 'asc' }],
  })
  return rows.flatMap(toQuote)
}

/** The prices of one symbol, the newest first. */
export async function listQuotes(userId: string, symbol: string, most: number): Promise<PriceQuote[]> {
  const rows = await db().priceQuote.findMany({
    where: { userId, symbol },
    orderBy: [{ date: 'desc' }, { fetchedAt: 'desc' }],
    take: most,
  })
  return rows.flatMap(toQuote)
}

export async function listPriceFaults(userId: string): Promise<PriceFault[]> {
  const rows = await db().priceFault.findMany({ where: { userId }, orderBy: [{ symbol: 'asc' }, { at: 'desc' }] })
  return rows.flatMap(toFault)
}

/** One fault, by the source that it came from. */
export async function findPriceFault(userId: string, symbol: string, source: string): Promise<PriceFault | null> {
  const row = await db().priceFault.findUnique({ where: { userId_symbol_source: { userId, symbol, source } } })
  return (row && toFault(row)[0]) ?? null
}

type QuoteRow = Awaited<ReturnType<ReturnType<typeof db>['priceQuote']['findMany']>>[number]
type FaultRow = Awaited<ReturnType<ReturnType<typeof db>['priceFault']['findMany']>>[number]

function toQuote({ symbol, source, price, currency, date }: QuoteRow): PriceQuote[] {
  if (!isPriceSource(source) || !isCurrency(currency)) return []
  return [{ symbol, source, price: unitPrice(fromColumn(price)), currency, date: dateFromColumn(date) }]
}

function toFault({ symbol, source, code, price, currency, date, at }: FaultRow): PriceFault[] {
  if (!isPriceSource(source)) return []
  const said = price === null ? null : unitPrice(fromColumn(price))
  return [{ symbol, source, code, price: said, currency, date: date && dateFromColumn(date), at }]
}
