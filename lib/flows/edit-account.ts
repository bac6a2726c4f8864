import 'server-only'
import { type AccountChange, type AccountTexts, readAccount, sameAccountName } from '@/lib/core/account-fields'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import type { AccountRow } from '@/lib/core/book'
import { type FieldProblems, problem } from '@/lib/core/field-reading'
import type { TaxTreatment } from '@/lib/core/portfolio'
import * as accounts from '@/lib/db/accounts'
import { findAccountRow, listAccountRows } from '@/lib/db/book'
import type { Tx } from '@/lib/db/client'
import { changePortfolio, nothingChanged } from '@/lib/db/portfolio-change'

interface Where {
  portfolioId: string
  id: string
}

/** Adds an account below the others; the same request sent twice adds one. */
export async function addAccount(
  userId: string,
  { portfolioId, id, fields }: Where & { fields: AccountTexts & { name: string; tax: TaxTreatment } },
): Promise<ActionResult<AccountRow>> {
  const read = readAccount(fields)
  if (!read.ok) return refusal('invalid', { fields: read.fields })
  return changePortfolio(userId, portfolioId, async (tx) => {
    const done = await findAccountRow(userId, portfolioId, id, tx)
    if (done) nothingChanged(done)
    if (await accounts.isAccountIdTaken(id, tx)) return refusal('notFound')
    const faults = await nameFaults(userId, { portfolioId, id }, read.value, tx)
    if (faults) return refusal('invalid', { fields: faults })
    const { name = '', tax = fields.tax } = read.value
    await accounts.createAccount(userId, portfolioId, { ...read.value, id, name, tax }, tx)
    return current(userId, { portfolioId, id }, tx)
  })
}

/** Changes some fields of an account; answers with the row as it is now stored, also when somebody else was faster. */
export async function editAccount(
  userId: string,
  { portfolioId, id, version, fields }: Where & { version: number; fields: AccountTexts },
): Promise<ActionResult<AccountRow, AccountRow>> {
  const read = readAccount(fields)
  if (!read.ok) return refusal('invalid', { fields: read.fields })
  return changePortfolio<AccountRow, AccountRow>(userId, portfolioId, async (tx) => {
    const row = await findAccountRow(userId, portfolioId, id, tx)
    if (!row) return refusal('notFound')
    if (row.version !== version) return refusal('conflict', { current: row })
    const faults = await nameFaults(userId, { portfolioId, id }, read.value, tx)
    if (faults) return refusal('invalid', { fields: faults })
    await accounts.saveAccount(userId, portfolioId, { id, version }, read.value, tx)
    return current(userId, { portfolioId, id }, tx)
  })
}

/** Removes an account with everything in it, so that `restoreAccount` can bring it back. */
export async function removeAccount(
  userId: string,
  { portfolioId, id, version }: Where & { version: number },
): Promise<ActionResult<undefined, AccountRow>> {
  return changePortfolio<undefined, AccountRow>(userId, portfolioId, async (tx) => {
    const row = await findAccountRow(userId, portfolioId, id, tx)
    if (!row) return refusal('notFound')
    if (row.version !== version) return refusal('conflict', { current: row })
    await accounts.removeAccount(userId, portfolioId, { id, version }, tx)
    return success()
  })
}

/** Takes a removal back, even if another account has taken the name by now: nothing that was held may stay lost. */
export async function restoreAccount(userId: string, { portfolioId, id }: Where): Promise<ActionResult<AccountRow>> {
  return changePortfolio(userId, portfolioId, async (tx) => {
    const live = await findAccountRow(userId, portfolioId, id, tx)
    if (live) nothingChanged(live)
    await accounts.restoreAccount(userId, portfolioId, id, tx)
    return current(userId, { portfolioId, id }, tx)
  })
}

/** Puts the accounts in the order of `ids`, which must name each of them once. */
export async function orderAccounts(
  userId: string,
  { portfolioId, ids }: { portfolioId: string; ids: string[] },
): Promise<ActionResult<undefined>> {
  return changePortfolio<undefined>(userId, portfolioId, async (tx) => {
    const stored = (await listAccountRows(userId, portfolioId, tx)).map((row) => row.id)
    const same = stored.length === ids.length && stored.every((id) => ids.includes(id))
    if (!same) return refusal('conflict')
    if (stored.every((id, i) => id === ids[i])) nothingChanged(undefined)
    await accounts.saveAccountOrder(userId, portfolioId, ids, tx)
    return success()
  })
}

/** Two accounts of one name could not be told apart, on the screen or in a pasted column. */
async function nameFaults(
  userId: string,
  { portfolioId, id }: Where,
  change: AccountChange,
  tx: Tx,
): Promise<FieldProblems | null> {
  const { name } = change
  if (name === undefined) return null
  const others = (await listAccountRows(userId, portfolioId, tx)).filter((row) => row.id !== id)
  return others.some((row) => sameAccountName(row.name, name)) ? { name: problem('sameName') } : null
}

async function current(userId: string, { portfolioId, id }: Where, tx: Tx): Promise<ActionResult<AccountRow>> {
  const row = await findAccountRow(userId, portfolioId, id, tx)
  return row ? success(row) : refusal('notFound')
}
