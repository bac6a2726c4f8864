import type { HoldingChange } from '@/lib/core/holding-fields'
import { limitsOf } from '@/lib/core/trading'
import { ownAccount } from '@/lib/db/book'
import type { Tx } from '@/lib/db/client'
import { dateToColumn, toColumn } from '@/lib/db/decimals'
import type { Prisma } from '@/prisma/generated/client'

/**
 * Writes of holdings. All of them run inside `changePortfolio`, which checks the owner and raises the portfolio's version, and they name
 * the owner once more in their own `where`.
 */
export interface NewHolding extends HoldingChange {
  id: string
  accountId: string
  symbol: string
}

const own = (userId: string, portfolioId: string) =>
  ({ deletedAt: null, account: ownAccount(userId, portfolioId) }) satisfies Prisma.HoldingWhereInput

/** The live holding of a symbol in an account; a symbol is held once in an account. */
export async function findHoldingId(
  userId: string,
  portfolioId: string,
  key: { accountId: string; symbol: string },
  tx: Tx,
): Promise<string | null> {
  const row = await tx.holding.findFirst({ where: { ...own(userId, portfolioId), ...key }, select: { id: true } })
  return row?.id ?? null
}

/** Adds a holding at the end of its account; throws when the id is taken. */
export async function createHolding(
  userId: string,
  portfolioId: string,
  { id, accountId, symbol, ...rest }: NewHolding,
  tx: Tx,
): Promise<void> {
  const account = { connect: { id: accountId, ...ownAccount(userId, portfolioId) } }
  const last = await tx.holding.aggregate({ where: { accountId }, _max: { position: true } })
  const position = (last._max.position ?? 0) + 1
  const quantity = toColumn(rest.quantity ?? 0n)
  await tx.holding.create({ data: { ...toColumns(rest), id, account, symbol, quantity, position } })
}

/** Changes one version of a holding; false when it has moved on or is gone. */
export async function saveHolding(
  userId: string,
  portfolioId: string,
  { id, version }: { id: string; version: number },
  change: HoldingChange,
  tx: Tx,
): Promise<boolean> {
  const { count } = await tx.holding.updateMany({
    where: { ...own(userId, portfolioId), id, version },
    data: { ...toColumns(change), version: { increment: 1 } },
  })
  return count === 1
}

/** Marks one version of a holding as deleted; false when it has moved on or is gone. */
export async function removeHolding(
  userId: string,
  portfolioId: string,
  { id, version }: { id: string; version: number },
  tx: Tx,
): Promise<boolean> {
  const { count } = await tx.holding.updateMany({
    where: { ...own(userId, portfolioId), id, version },
    data: { deletedAt: new Date(), version: { increment: 1 } },
  })
  return count === 1
}

/** A deleted holding whose account still lives: what a restore would bring back. */
export async function findDeletedHolding(
  userId: string,
  portfolioId: string,
  id: string,
  tx: Tx,
): Promise<{ accountId: string; symbol: string } | null> {
  return tx.holding.findFirst({
    where: { id, deletedAt: { not: null }, account: ownAccount(userId, portfolioId) },
    select: { accountId: true, symbol: true },
  })
}

/** Brings a deleted holding back; the caller has seen that its symbol is free in the account. */
export async function restoreHolding(userId: string, portfolioId: string, id: string, tx: Tx): Promise<boolean> {
  const { count } = await tx.holding.updateMany({
    where: { id, deletedAt: { not: null }, account: ownAccount(userId, portfolioId) },
    data: { deletedAt: null, version: { increment: 1 } },
  })
  return count === 1
}

/** True when a row with this id exists anywhere, whoever owns it. */
export async function isHoldingIdTaken(id: string, tx: Tx): Promise<boolean> {
  return (await tx.holding.count({ where: { id } })) > 0
}

type Columns = Pick<
  Prisma.HoldingUpdateManyMutationInput & Prisma.HoldingCreateWithoutAccountInput,
  | 'symbol'
  | 'name'
  | 'quantity'
  | 'unit'
  | 'price'
  | 'currency'
  | 'pricedOn'
  | 'priceSource'
  | 'locked'
  | 'noBuy'
  | 'noSell'
>

/** Only the columns that the change names; an absent one must not even be `undefined`. */
function toColumns(change: HoldingChange): Partial<Columns> {
  const columns: Partial<Columns> = {}
  if (change.symbol !== undefined) columns.symbol = change.symbol
  if (change.name !== undefined) columns.name = change.name
  if (change.quantity !== undefined) columns.quantity = toColumn(change.quantity)
  if (change.unit !== undefined) columns.unit = toColumn(change.unit)
  if (change.price !== undefined) columns.price = change.price === null ? null : toColumn(change.price)
  if (change.currency !== undefined) columns.currency = change.currency
  if (change.pricedOn !== undefined) columns.pricedOn = change.pricedOn && dateToColumn(change.pricedOn)
  if (change.priceSource !== undefined) columns.priceSource = change.priceSource
  if (change.trading !== undefined) Object.assign(columns, limitsOf(change.trading))
  return columns
}
