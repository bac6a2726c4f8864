import type { MoneyCurrency } from '@/lib/core/currency'
import { decimalText } from '@/lib/core/decimal'
import type { Lot, TaxTreatment } from '@/lib/core/portfolio'
import type { ImportedValues } from '@/lib/core/positions-import'
import type { Cents, Quantity } from '@/lib/core/units'
import { ownAccount } from '@/lib/db/book'
import type { Tx } from '@/lib/db/client'

/**
 * What an import of positions files writes, as one statement for each kind of row, inside `changePortfolio`. Each names the owner once more in
 * its own condition; those that change rows answer how many there were, fewer when some have moved on.
 */
export interface ImportedAccount {
  id: string
  name: string
  tax: TaxTreatment
  currency: MoneyCurrency
  cash: Cents
  reserve: Cents
}

/** Adds accounts below those that the portfolio has. */
export async function createImportedAccounts(
  userId: string,
  portfolioId: string,
  rows: readonly ImportedAccount[],
  tx: Tx,
): Promise<number> {
  const last = await tx.account.aggregate({ where: ownAccount(userId, portfolioId), _max: { position: true } })
  const first = (last._max.position ?? 0) + 1
  const records = rows.map((row, i) => ({
    ...{ ...row, cash: String(row.cash), reserve: String(row.reserve), position: first + i },
  }))
  return tx.$executeRaw`
    INSERT INTO "Account" ("id", "portfolioId", "name", "tax", "currency", "cashCents", "reserveCents", "position")
    SELECT r."id", p."id", r."name", r."tax"::"TaxTreatment", r."currency", r."cash"::bigint, r."reserve"::bigint,
           r."position"
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r(
           "id" uuid, "name" text, "tax" text, "currency" text, "cash" text, "reserve" text, "position" int)
    JOIN "Portfolio" AS p ON p."id" = ${portfolioId}::uuid AND p."userId" = ${userId}::uuid AND p."deletedAt" IS NULL`
}

export interface CashSave {
  id: string
  version: number
  cash: Cents
  /** Null leaves it as it is. */
  reserve: Cents | null
}

/** Sets the cash, and what of it is kept out, of accounts at the versions named. */
export async function saveImportedCash(
  userId: string,
  portfolioId: string,
  saves: readonly CashSave[],
  tx: Tx,
): Promise<number> {
  const records = saves.map(({ id, version, cash, reserve }) => ({
    ...{ id, version, cash: String(cash), reserve: reserve === null ? null : String(reserve) },
  }))
  return tx.$executeRaw`
    UPDATE "Account" AS a
    SET "cashCents" = r."cash"::bigint, "reserveCents" = COALESCE(r."reserve"::bigint, a."reserveCents"),
        "version" = a."version" + 1
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r(
           "id" uuid, "version" int, "cash" text, "reserve" text),
         "Portfolio" AS p
    WHERE a."id" = r."id" AND a."version" = r."version" AND a."deletedAt" IS NULL
      AND p."id" = a."portfolioId" AND p."deletedAt" IS NULL
      AND p."id" = ${portfolioId}::uuid AND p."userId" = ${userId}::uuid`
}

/** The step in which a holding is traded, and what plans may do with it. */
export interface ImportedLimits {
  unit: Quantity
  locked: boolean
  noBuy: boolean
  noSell: boolean
}

export interface NewImportedHolding {
  id: string
  accountId: string
  symbol: string
  limits: ImportedLimits
  values: ImportedValues
}

/** Adds holdings behind those that the portfolio has. */
export async function createImportedHoldings(
  userId: string,
  portfolioId: string,
  rows: readonly NewImportedHolding[],
  tx: Tx,
): Promise<number> {
  const where = { account: ownAccount(userId, portfolioId) }
  const last = await tx.holding.aggregate({ where, _max: { position: true } })
  const first = (last._max.position ?? 0) + 1
  const records = rows.map(({ id, accountId, symbol, limits, values }, i) => ({
    ...{ id, accountId, symbol, position: first + i },
    ...limitColumns(limits),
    ...columnsOf(values),
  }))
  return tx.$executeRaw`
    INSERT INTO "Holding" ("id", "accountId", "symbol", "unit", "locked", "noBuy", "noSell", "position", "name", "quantity",
                           "price", "currency", "pricedOn", "priceSource")
    SELECT r."id", r."accountId", r."symbol", r."unit", r."locked", r."noBuy", r."noSell", r."position", r."name",
           r."quantity", r."price", r."currency", r."pricedOn", r."priceSource"
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r(
           "id" uuid, "accountId" uuid, "symbol" text, "unit" numeric, "locked" boolean, "noBuy" boolean, "noSell" boolean,
           "position" int, "name" text, "quantity" numeric, "price" numeric, "currency" text, "pricedOn" date, "priceSource" text)
    JOIN "Account" AS a ON a."id" = r."accountId" AND a."deletedAt" IS NULL
    JOIN "Portfolio" AS p ON p."id" = a."portfolioId" AND p."deletedAt" IS NULL
    WHERE p."id" = ${portfolioId}::uuid AND p."userId" = ${userId}::uuid`
}

export interface ImportedHoldingSave {
  id: string
  version: number
  values: ImportedValues
  /** Null leaves them as they are. */
  limits: ImportedLimits | null
}

/** Sets the values of holdings at the versions named. */
export async function saveImportedHoldings(
  userId: string,
  portfolioId: string,
  saves: readonly ImportedHoldingSave[],
  tx: Tx,
): Promise<number> {
  const records = saves.map(({ id, version, values, limits }) => ({
    ...{ id, version },
    ...columnsOf(values),
    ...(limits && limitColumns(limits)),
  }))
  return tx.$executeRaw`
    UPDATE "Holding" AS h
    SET "name" = r."name", "quantity" = r."quantity", "price" = r."price", "currency" = r."currency",
        "pricedOn" = r."pricedOn", "priceSource" = r."priceSource", "unit" = COALESCE(r."unit", h."unit"),
        "locked" = COALESCE(r."locked", h."locked"), "noBuy" = COALESCE(r."noBuy", h."noBuy"),
        "noSell" = COALESCE(r."noSell", h."noSell"), "version" = h."version" + 1
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r(
           "id" uuid, "version" int, "name" text, "quantity" numeric, "price" numeric, "currency" text, "pricedOn" date,
           "priceSource" text, "unit" numeric, "locked" boolean, "noBuy" boolean, "noSell" boolean),
         "Account" AS a, "Portfolio" AS p
    WHERE h."id" = r."id" AND h."version" = r."version" AND h."deletedAt" IS NULL
      AND a."id" = h."accountId" AND a."deletedAt" IS NULL
      AND p."id" = a."portfolioId" AND p."deletedAt" IS NULL
      AND p."id" = ${portfolioId}::uuid AND p."userId" = ${userId}::uuid`
}

/** Replaces all lots of some holdings; the ids of the lots are new or those of lots that this portfolio had. */
export async function replaceLots(
  userId: string,
  portfolioId: string,
  holdings: readonly { id: string; lots: readonly Lot[] }[],
  tx: Tx,
): Promise<void> {
  const ids = JSON.stringify(holdings.map(({ id }) => id))
  await tx.$executeRaw`
    DELETE FROM "Lot" AS l USING "Holding" AS h, "Account" AS a, "Portfolio" AS p
    WHERE l."holdingId" = h."id" AND h."id" IN (SELECT value::uuid FROM jsonb_array_elements_text(${ids}::jsonb))
      AND a."id" = h."accountId" AND p."id" = a."portfolioId"
      AND p."id" = ${portfolioId}::uuid AND p."userId" = ${userId}::uuid`
  const records = holdings.flatMap(({ id: holdingId, lots }) =>
    lots.map(({ id, quantity, unitCost, acquired }) => ({
      ...{ id, holdingId, quantity: decimalText(quantity), unitCost: decimalText(unitCost), acquired },
    })),
  )
  await tx.$executeRaw`
    INSERT INTO "Lot" ("id", "holdingId", "quantity", "unitCost", "acquiredOn")
    SELECT r."id", r."holdingId", r."quantity", r."unitCost", r."acquired"
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r(
           "id" uuid, "holdingId" uuid, "quantity" numeric, "unitCost" numeric, "acquired" date)
    JOIN "Holding" AS h ON h."id" = r."holdingId"
    JOIN "Account" AS a ON a."id" = h."accountId"
    JOIN "Portfolio" AS p ON p."id" = a."portfolioId"
    WHERE p."id" = ${portfolioId}::uuid AND p."userId" = ${userId}::uuid`
}

const limitColumns = ({ unit, ...limits }: ImportedLimits) => ({ ...limits, unit: decimalText(unit) })

/** Values as JSON that Postgres casts to its exact types. */
const columnsOf = ({ name, quantity, price, currency, pricedOn, priceSource }: ImportedValues) => ({
  ...{ name, currency, pricedOn, priceSource, quantity: decimalText(quantity) },
  price: price === null ? null : decimalText(price),
})
