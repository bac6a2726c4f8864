import type { AccountChange } from '@/lib/core/account-fields'
import type { TaxTreatment } from '@/lib/core/portfolio'
import { ownAccount } from '@/lib/db/book'
import type { Tx } from '@/lib/db/client'

/** Writes of accounts; like those of holdings they run inside `changePortfolio` and name the owner once more. */
export interface NewAccount extends AccountChange {
  id: string
  name: string
  tax: TaxTreatment
}

/** Adds an account below the others, in the portfolio's currency unless another is named; throws when the id is taken. */
export async function createAccount(userId: string, portfolioId: string, account: NewAccount, tx: Tx): Promise<void> {
  const last = await tx.account.aggregate({ where: ownAccount(userId, portfolioId), _max: { position: true } })
  const { baseCurrency: currency } = await tx.portfolio.findFirstOrThrow({
    where: { id: portfolioId, userId, deletedAt: null },
    select: { baseCurrency: true },
  })
  const portfolio = { connect: { id: portfolioId, userId, deletedAt: null } }
  const { id, name, tax } = account
  await tx.account.create({
    data: { currency, ...toColumns(account), id, name, tax, portfolio, position: (last._max.position ?? 0) + 1 },
  })
}

/** Changes one version of an account; false when it has moved on or is gone. */
export async function saveAccount(
  userId: string,
  portfolioId: string,
  { id, version }: { id: string; version: number },
  change: AccountChange,
  tx: Tx,
): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { ...ownAccount(userId, portfolioId), id, version },
    data: { ...toColumns(change), version: { increment: 1 } },
  })
  return count === 1
}

/** Marks one version of an account as deleted, and with it what it holds; false when it has moved on or is gone. */
export async function removeAccount(
  userId: string,
  portfolioId: string,
  { id, version }: { id: string; version: number },
  tx: Tx,
): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { ...ownAccount(userId, portfolioId), id, version },
    data: { deletedAt: new Date(), version: { increment: 1 } },
  })
  return count === 1
}

/** Brings a deleted account back with what it held. */
export async function restoreAccount(userId: string, portfolioId: string, id: string, tx: Tx): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { ...ownAccount(userId, portfolioId), id, deletedAt: { not: null } },
    data: { deletedAt: null, version: { increment: 1 } },
  })
  return count === 1
}

/** Puts the accounts in the given order; ids that are not this portfolio's change nothing. */
export async function saveAccountOrder(
  userId: string,
  portfolioId: string,
  ids: readonly string[],
  tx: Tx,
): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await tx.account.updateMany({ where: { ...ownAccount(userId, portfolioId), id }, data: { position } })
  }
}

/** True when a row with this id exists anywhere, whoever owns it. */
export async function isAccountIdTaken(id: string, tx: Tx): Promise<boolean> {
  return (await tx.account.count({ where: { id } })) > 0
}

interface Columns {
  name?: string
  tax?: TaxTreatment
  currency?: string
  cashCents?: bigint
  reserveCents?: bigint
}

/** Only the columns that the change names; an absent one must not even be `undefined`. */
function toColumns(change: AccountChange): Columns {
  const columns: Columns = {}
  if (change.name !== undefined) columns.name = change.name
  if (change.tax !== undefined) columns.tax = change.tax
  if (change.currency !== undefined) columns.currency = change.currency
  if (change.cash !== undefined) columns.cashCents = change.cash
  if (change.reserve !== undefined) columns.reserveCents = change.reserve
  return columns
}
