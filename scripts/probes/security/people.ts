// Two users of the app under test: one who has something of everything, and one who wants it.
import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { seedPortfolio, seedUser, type User } from '@/e2e/seed'
import { db } from '@/lib/db/client'
import { createSession } from '@/lib/db/sessions'
import { CHOICES } from '@/scripts/probes/security/cases'
import { rowsOf } from '@/scripts/probes/security/rows'
import { argumentsText, ask, callAction, outcomeOf, type Site } from '@/scripts/probes/security/site'

/** Stands in everything that the owner has: an answer to anybody else that holds it has told too much. */
export const MARK = 'Kittiwake'

export interface Person extends User {
  cookie: string
}

export interface Owner extends Omit<Person, 'id'> {
  /** The id of the owner's first row of a table; of `User` their own. */
  id: (table: string) => string
}

const BOOK = `
  ${MARK} taxable cash 5000
  VTI growth:60,tech:40 20 @ 250 lot 20 @ 100 2020-01-02
  BND longBonds 30 @ 70 lot 30 @ 80 2021-01-04
`

export async function cookieFor({ secret, origin }: Pick<Site, 'secret' | 'origin'>, userId: string): Promise<string> {
  const sid = await createSession(userId, 'probe', new Date())
  const name = origin.startsWith('https:') ? '__Host-tidemark.session' : 'tidemark.session'
  return `${name}=${await encode({ token: { sid }, secret })}`
}

export async function makePerson(site: Site): Promise<Person> {
  const user = await seedUser()
  return { ...user, cookie: await cookieFor(site, user.id) }
}

/** The owner: rows of every kind, written as the app writes them where that is simple, else straight into the tables. */
export async function makeOwner(site: Site): Promise<Owner> {
  const person = await makePerson(site)
  const portfolio = await seedPortfolio(person, BOOK, { name: `${MARK} fund`, adopted: 'tightening' })
  await addRows(person.id, portfolio.id)
  await addByActions(site, person, portfolio.id, portfolio.accounts[MARK] ?? '')
  const rows = await rowsOf(site.databaseUrl, person.id)
  const id = (table: string): string => {
    const found = rows.get(table)?.[0]?.id
    if (typeof found !== 'string') throw new Error(`The owner has no row in ${table}`)
    return found
  }
  return { ...person, id }
}

async function addRows(userId: string, portfolioId: string): Promise<void> {
  const at = new Date()
  const later = new Date(at.getTime() + 3_600_000)
  const weights = { growth: 10_000, tech: 0, longBonds: 0, digital: 0, moneyFunds: 0, alternatives: 0 }
  await db().targetModel.create({ data: { userId, name: `${MARK} model`, weights } })
  await db().seriesFile.create({ data: { userId, name: `${MARK}.csv`, givenAt: at } })
  await db().apiToken.create({ data: { userId, name: `${MARK} token`, prefix: 'tdm_kitt', hash: randomUUID() } })
  await db().recoveryCode.create({ data: { userId, hash: randomUUID() } })
  const key = { publicKey: new Uint8Array([1]), counter: 0n, transports: [], backedUp: false, createdAt: at }
  await db().passkey.create({ data: { id: randomUUID(), userId, name: `${MARK} key`, ...key } })
  const link = { kind: 'invite', hash: randomUUID(), note: `${MARK} guest`, createdAt: at, expiresAt: later }
  await db().oneTimeLink.create({ data: { userId, ...link } })
  const event = { kind: 'signedIn', at, userAgent: `${MARK} browser` }
  await db().securityEvent.create({ data: { userId, ...event } })
  const undo = { accounts: [], cash: [], added: [], changed: [], removed: [], links: [], classes: [] }
  const counts = {
    counts: { imported: 1, merged: 0, skipped: 0, rejected: 0, rows: 1 },
    changes: { add: 1, change: 0, same: 0, cash: 0, remove: 0, newAccounts: 0, classes: 0 },
  }
  const files = [{ name: `${MARK}.csv`, format: null, hash: '' }]
  await db().positionsImport.create({ data: { portfolioId, importedAt: at, files, counts, undo } })
}

/** A plan and its neighbours are made by the app: their documents must be sound. */
async function addByActions(site: Site, { cookie }: Person, portfolioId: string, account: string): Promise<void> {
  const page = await ask(site, `/${portfolioId}/rebalance`, { cookie })
  const inputHash = /inputHash\\?":\\?"([\w:]+)/.exec(page.text)?.[1] ?? ''
  const plan = {
    id: randomUUID(),
    portfolioId,
    name: `${MARK} plan`,
    text: { ...CHOICES, account },
    inputHash,
    seen: null,
  }
  const saved = await callAction(site, 'savePlanAction', cookie, argumentsText([plan]), `/${portfolioId}/rebalance`)
  if (outcomeOf(saved) !== 'done') throw new Error(`No plan could be made: ${saved.status} ${saved.text.slice(0, 300)}`)
}
