import { type ActionResult, success } from '@/lib/core/action-result'
import { isMoneyCurrency } from '@/lib/core/currency'
import { isRateSource, type RateQuote } from '@/lib/core/fx'
import { fxRate, type IsoDate } from '@/lib/core/units'
import { db, type Tx } from '@/lib/db/client'
import { dateFromColumn, dateToColumn, fromColumn, toColumn } from '@/lib/db/decimals'
import { changeAllPortfolios } from '@/lib/db/portfolio-change'

/** A rate with the moment at which it was typed, read or fetched. */
export interface StoredRate extends RateQuote {
  fetchedAt: Date
}

interface Row {
  currency: string
  quote: string
  date: Date
  source: string
  rate: { toFixed(places: number): string }
  fetchedAt: Date
}

/** The newest rate of each pair from each source: all that a sum can use. */
export async function listNewestRates(userId: string, tx: Tx = db()): Promise<StoredRate[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT ON ("currency", "quote", "source") "currency", "quote", "date", "source", "rate", "fetchedAt"
    FROM "FxRate" WHERE "userId" = ${userId}::uuid
    ORDER BY "currency", "quote", "source", "date" DESC`
  return rows.flatMap(toRate)
}

/** Stores rates, each in the place of one of the same pair, day and source. All of the user's portfolios move on: their sums may differ. */
export async function saveRates(userId: string, rates: readonly RateQuote[], at: Date): Promise<ActionResult> {
  if (rates.length === 0) return success()
  const records = rates.map(({ currency, quote, date, source, rate }) => ({
    ...{ currency, quote, date, source, rate: toColumn(rate) },
  }))
  return changeAllPortfolios<undefined>(userId, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "FxRate" ("userId", "currency", "quote", "date", "source", "rate", "fetchedAt")
      SELECT ${userId}::uuid, r."currency", r."quote", r."date", r."source", r."rate", ${at}
      FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r(
             "currency" text, "quote" text, "date" date, "source" text, "rate" numeric)
      ON CONFLICT ("userId", "currency", "quote", "date", "source")
      DO UPDATE SET "rate" = EXCLUDED."rate", "fetchedAt" = EXCLUDED."fetchedAt"`
    return success()
  })
}

export type RateKey = Pick<RateQuote, 'currency' | 'quote' | 'source'> & { date: IsoDate }

/** Removes one rate; done twice, the answer is the same. */
export async function removeRate(userId: string, { currency, quote, source, date }: RateKey): Promise<ActionResult> {
  return changeAllPortfolios<undefined>(userId, async (tx) => {
    await tx.fxRate.deleteMany({ where: { userId, currency, quote, source, date: dateToColumn(date) } })
    return success()
  })
}

/** Rows of currencies that this version does not know are passed over. */
function toRate({ currency, quote, source, ...row }: Row): StoredRate[] {
  if (!isMoneyCurrency(currency) || !isMoneyCurrency(quote) || !isRateSource(source)) return []
  const rate = fxRate(fromColumn(row.rate))
  return [{ currency, quote, source, rate, date: dateFromColumn(row.date), fetchedAt: row.fetchedAt }]
}
