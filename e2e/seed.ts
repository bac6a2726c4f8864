// Users and portfolios written straight into the test database, for the tests that are not about entering them.
import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { ASSET_CLASSES, sameWeights } from '@/lib/core/asset-class'
import { findSymbol } from '@/lib/core/directory'
import { builtInModel, type RegimeState } from '@/lib/core/models'
import { notate } from '@/lib/core/notation'
import type { Holding } from '@/lib/core/portfolio'
import { DEFAULT_BANDS } from '@/lib/core/targets'
import { daysBefore, type IsoDate, isoDate } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { dateToColumn, toColumn } from '@/lib/db/decimals'
import { createUser, findCredentials, removeUser } from '@/lib/db/users'

export interface User {
  id: string
  email: string
  password: string
}

/** Ids by name, as the notation builds them: account `ira`, holding `ira/VTI`. */
export interface Seeded {
  id: string
  accounts: Record<string, string>
  holdings: Record<string, string>
}

export const PASSWORD = 'seven herons over the estuary'

export const newEmail = () => `${randomUUID()}@example.test`

/** Today in UTC: at most a day away from the browser's today, which every price age here allows for. */
export const today = (): IsoDate => {
  const date = isoDate(new Date().toISOString().slice(0, 10))
  if (!date) throw new Error('The calendar gave no date')
  return date
}
export const daysAgo = (days: number): IsoDate => daysBefore(today(), days)

let kept: Promise<string> | undefined

export async function seedUser(): Promise<User> {
  kept ??= hash(PASSWORD.normalize('NFKC'))
  const email = newEmail()
  const id = await createUser(email, await kept)
  if (!id) throw new Error('The address is taken')
  return { id, email, password: PASSWORD }
}

/** Removes what one user made. By its id alone, and only if there is one: an undefined filter would remove everybody. */
export async function removeById(id: string): Promise<void> {
  if (!/^[\da-f-]{36}$/.test(id)) throw new Error(`Not an id: ${id}`)
  await removeUser(id)
}

export async function removeByEmail(email: string): Promise<void> {
  const found = await findCredentials(email)
  if (found) await removeById(found.userId)
}

interface Setting {
  name?: string
  /** The Balanced model of this state is adopted; none unless told. */
  adopted?: RegimeState
}

/** Stores what the test notation says (lib/core/notation.ts). A price is of yesterday unless its date is told. */
export async function seedPortfolio(
  user: User,
  text: string,
  { name = 'Nest egg', adopted }: Setting = {},
): Promise<Seeded> {
  const snapshot = notate(text)
  const id = randomUUID()
  const accounts = Object.fromEntries(snapshot.accounts.map((account) => [account.id, randomUUID()]))
  const holdings = Object.fromEntries(snapshot.holdings.map((holding) => [holding.id, randomUUID()]))
  await db().portfolio.create({ data: { id, userId: user.id, name } })
  for (const [position, { id: key, name: title, tax, cash, reserve }] of snapshot.accounts.entries()) {
    const money = { cashCents: cash, reserveCents: reserve }
    await db().account.create({
      data: { id: accounts[key] ?? '', portfolioId: id, name: title, tax, position, ...money },
    })
  }
  for (const [position, holding] of snapshot.holdings.entries()) {
    const place = { id: holdings[holding.id] ?? '', accountId: accounts[holding.accountId] ?? '', position }
    await addHolding(user.id, holding, place)
  }
  if (adopted) await adopt(id, adopted)
  return { id, accounts, holdings }
}

/** A date that the notation puts where none is told. */
const UNTOLD = notate('a taxable; X growth 1 @ 1').holdings[0]?.pricedOn

async function addHolding(
  userId: string,
  { symbol, split, quantity, unit, price, pricedOn, locked, lots }: Holding,
  place: { id: string; accountId: string; position: number },
): Promise<void> {
  const date = pricedOn === UNTOLD ? daysAgo(1) : pricedOn
  const priced =
    price === null || !date ? {} : { price: toColumn(price), pricedOn: dateToColumn(date), priceSource: 'manual' }
  const row = { ...place, symbol, quantity: toColumn(quantity), unit: toColumn(unit), locked, ...priced }
  const held = lots.map((lot) => ({
    quantity: toColumn(lot.quantity),
    unitCost: toColumn(lot.unitCost),
    acquiredOn: dateToColumn(lot.acquired),
  }))
  await db().holding.create({ data: { ...row, lots: { create: held } } })
  const listed = findSymbol(symbol)?.split
  if (split && !(listed && sameWeights(listed, split))) {
    const said = Object.fromEntries(ASSET_CLASSES.map((c) => [c, split[c]]))
    await db().symbolClass.upsert({
      where: { userId_symbol: { userId, symbol } },
      create: { userId, symbol, split: said },
      update: { split: said },
    })
  }
}

async function adopt(portfolioId: string, state: RegimeState): Promise<void> {
  const origin = { kind: 'builtIn', risk: 'balanced', state }
  const target = { weights: builtInModel('balanced', state), bands: DEFAULT_BANDS, destination: 'target' }
  await db().adoption.create({ data: { portfolioId, origin, ...target } })
}
