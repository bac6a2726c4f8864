import { decimalText } from '@/lib/core/decimal'
import type { HoldingValues } from '@/lib/core/pasted-holdings'
import type { Quantity } from '@/lib/core/units'
import { ownAccount } from '@/lib/db/book'
import type { Tx } from '@/lib/db/client'

/** Writes of many holdings as a few statements, inside `changePortfolio`, so that thousands of rows fit in its time. */
export interface ImportedHolding {
  id: string
  accountId: string
  symbol: string
  unit: Quantity
  values: HoldingValues
}

export interface HoldingSave {
  id: string
  version: number
  values: HoldingValues
}

/** Adds holdings behind those that the portfolio has, each in the currency of its account. */
export async function createHoldings(
  userId: string,
  portfolioId: string,
  rows: readonly ImportedHolding[],
  tx: Tx,
): Promise<void> {
  const last = await tx.holding.aggregate({
    where: { account: ownAccount(userId, portfolioId) },
    _max: { position: true },
  })
  const first = (last._max.position ?? 0) + 1
  const records = rows.map(({ id, accountId, symbol, unit, values }, i) => ({
    ...{ id, accountId, symbol, unit: decimalText(unit), position: first + i },
    ...columnsOf(values),
  }))
  await tx.$executeRaw`
    INSERT INTO "Holding"
      ("id", "accountId", "symbol", "unit", "position", "name", "quantity", "price", "pricedOn", "priceSource", "currency")
    SELECT r."id", r."accountId", r."symbol", r."unit", r."position", r."name", r."quantity", r."price", r."pricedOn", r."priceSource", a."currency"
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r(
           "id" uuid, "accountId" uuid, "symbol" text, "unit" numeric, "position" int,
           "name" text, "quantity" numeric, "price" numeric, "pricedOn" date, "priceSource" text)
    JOIN "Account" AS a ON a."id" = r."accountId" AND a."deletedAt" IS NULL
    JOIN "Portfolio" AS p ON p."id" = a."portfolioId" AND p."deletedAt" IS NULL
    WHERE p."id" = ${portfolioId}::uuid AND p."userId" = ${userId}::uuid`
}

/** Sets the values of holdings at the versions named; answers how many there were, fewer when some have moved on. */
export async function saveHoldings(
  userId: string,
  portfolioId: string,
  saves: readonly HoldingSave[],
  tx: Tx,
): Promise<number> {
  const records = saves.map(({ id, version, values }) => ({ id, version, ...columnsOf(values) }))
  return tx.$executeRaw`
    UPDATE "Holding" AS h
    SET "name" = r."name", "quantity" = r."quantity", "price" = r."price", "pricedOn" = r."pricedOn",
        "priceSource" = r."priceSource", "version" = h."version" + 1
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r(
           "id" uuid, "version" int, "name" text, "quantity" numeric, "price" numeric, "pricedOn" date, "priceSource" text),
         "Account" AS a, "Portfolio" AS p
    WHERE h."id" = r."id" AND h."version" = r."version" AND h."deletedAt" IS NULL
      AND a."id" = h."accountId" AND a."deletedAt" IS NULL
      AND p."id" = a."portfolioId" AND p."deletedAt" IS NULL
      AND p."id" = ${portfolioId}::uuid AND p."userId" = ${userId}::uuid`
}

/** Marks holdings as deleted, whose versions the caller has compared inside this transaction; answers how many there were. */
export async function removeHoldings(
  userId: string,
  portfolioId: string,
  ids: readonly string[],
  tx: Tx,
): Promise<number> {
  const { count } = await tx.holding.updateMany({
    where: { id: { in: [...ids] }, deletedAt: null, account: ownAccount(userId, portfolioId) },
    data: { deletedAt: new Date(), version: { increment: 1 } },
  })
  return count
}

/** Values as JSON that Postgres casts to its exact types. */
const columnsOf = ({ name, quantity, price, pricedOn, priceSource }: HoldingValues) => ({
  ...{
    name,
    quantity: decimalText(quantity),
    price: price === null ? null : decimalText(price),
    pricedOn,
    priceSource,
  },
})
