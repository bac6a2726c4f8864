import type { LastPrice } from '@/lib/core/check-price'
import { isCurrency } from '@/lib/core/currency'
import { decimalText } from '@/lib/core/decimal'
import { type IsoDate, type UnitPrice, unitPrice } from '@/lib/core/units'
import { isUuid } from '@/lib/core/uuid'
import { ownAccount } from '@/lib/db/book'
import { db, type Tx } from '@/lib/db/client'
import { dateFromColumn, fromColumn } from '@/lib/db/decimals'

/** A holding with its price as it is stored, in its own currency. */
export interface PricedHolding extends LastPrice {
  id: string
  version: number
  accountName: string
  symbol: string
  name: string
}

/** The live holdings of a portfolio in the order in which they are shown; none when it is not this user's. */
export async function listPricedHoldings(userId: string, portfolioId: string, tx: Tx = db()): Promise<PricedHolding[]> {
  if (!isUuid(portfolioId)) return []
  const rows = await tx.holding.findMany({
    where: { deletedAt: null, account: ownAccount(userId, portfolioId) },
    orderBy: [{ account: { position: 'asc' } }, { account: { id: 'asc' } }, { position: 'asc' }, { id: 'asc' }],
    include: { account: { select: { name: true } } },
  })
  return rows.map((row) => ({
    ...{ id: row.id, version: row.version, accountName: row.account.name, symbol: row.symbol, name: row.name },
    currency: isCurrency(row.currency) ? row.currency : 'USD',
    price: row.price === null ? null : unitPrice(fromColumn(row.price)),
    pricedOn: row.pricedOn && dateFromColumn(row.pricedOn),
    priceSource: row.priceSource,
  }))
}

/** A price for one version of a holding; all three are null for "unknown". */
export interface PriceSave {
  id: string
  version: number
  price: UnitPrice | null
  pricedOn: IsoDate | null
  priceSource: string | null
}

/** Sets prices at the versions named, inside `changePortfolio`; answers how many there were, fewer when some have moved on. */
export async function savePrices(
  userId: string,
  portfolioId: string,
  saves: readonly PriceSave[],
  tx: Tx,
): Promise<number> {
  const rows = saves.map((save) => ({ ...save, price: save.price === null ? null : decimalText(save.price) }))
  return tx.$executeRaw`
    UPDATE "Holding" AS h
    SET "price" = r."price", "pricedOn" = r."pricedOn", "priceSource" = r."priceSource", "version" = h."version" + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           AS r("id" uuid, "version" int, "price" numeric, "pricedOn" date, "priceSource" text),
         "Account" AS a, "Portfolio" AS p
    WHERE h."id" = r."id" AND h."version" = r."version" AND h."deletedAt" IS NULL
      AND a."id" = h."accountId" AND a."deletedAt" IS NULL
      AND p."id" = a."portfolioId" AND p."deletedAt" IS NULL
      AND p."id" = ${portfolioId}::uuid AND p."userId" = ${userId}::uuid`
}
