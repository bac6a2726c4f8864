import { randomUUID } from 'node:crypto'
import { newOwner, type Owner, query } from '@/scripts/probes/faults/book'
import { newPlace, startInstance } from '@/scripts/probes/faults/instance'
import { unclear } from '@/scripts/probes/faults/load'
import { type Answer, accepted, act, planHash, savePlan, send, sendFile } from '@/scripts/probes/faults/visitor'
import type { Probe } from '@/scripts/probes/probe'

const CSV = 'Account Name,Symbol,Quantity,Price\nBrokerage,PRB1,3,10\nNew one,PRB2,4,10\n'

interface Create {
  name: string
  send: (origin: string, owner: Owner) => Promise<() => Promise<Answer>>
  /** Counts the rows of it afterwards, by the owner's user ($1) or portfolio ($2). */
  count: string
  wanted: number
}

const holding = (origin: string, owner: Owner, id: string) => {
  const { portfolioId, accountId } = owner
  return act(origin, owner, `/${portfolioId}/holdings`, 'addHoldingAction', {
    portfolioId,
    accountId,
    id,
    fields: { symbol: 'BND', quantity: '1' },
  })
}
const account = (origin: string, owner: Owner, id: string) => {
  const { portfolioId } = owner
  return act(origin, owner, `/${portfolioId}/holdings`, 'addAccountAction', {
    portfolioId,
    id,
    fields: { name: 'Twice', tax: 'free' },
  })
}
const withId = (make: (origin: string, owner: Owner, id: string) => Promise<Answer>): Create['send'] => {
  return async (origin, owner) => {
    const id = randomUUID()
    return () => make(origin, owner, id)
  }
}

const CREATES: Create[] = [
  {
    name: 'holding',
    send: withId(holding),
    count: `SELECT count(*)::int AS n FROM "Holding" h JOIN "Account" a ON a.id = h."accountId" WHERE a."portfolioId" = $2 AND symbol = 'BND'`,
    wanted: 1,
  },
  {
    name: 'account',
    send: withId(account),
    count: `SELECT count(*)::int AS n FROM "Account" WHERE "portfolioId" = $2 AND name = 'Twice'`,
    wanted: 1,
  },
  {
    name: 'portfolio',
    send: withId((origin, owner, id) =>
      act(origin, owner, '/portfolios', 'createPortfolioAction', { id, name: 'Twice', baseCurrency: 'USD' }),
    ),
    count: `SELECT count(*)::int AS n FROM "Portfolio" WHERE "userId" = $1 AND name = 'Twice'`,
    wanted: 1,
  },
  {
    name: 'copy of a portfolio',
    send: withId((origin, owner, id) =>
      act(origin, owner, '/portfolios', 'duplicatePortfolioAction', { id, sourceId: owner.portfolioId }),
    ),
    count: `SELECT count(*)::int AS n FROM "Portfolio" WHERE "userId" = $1`,
    wanted: 2,
  },
  {
    name: 'token of a program',
    send: withId((origin, owner, key) =>
      act(origin, owner, '/settings/security', 'createTokenAction', { key, name: 'Twice', days: 30 }),
    ),
    count: `SELECT count(*)::int AS n FROM "ApiToken" WHERE "userId" = $1`,
    wanted: 1,
  },
  {
    name: 'invitation',
    send: async (origin, owner) => {
      await query(urlOf.value, 'UPDATE "User" SET admin = true WHERE id = $1', [owner.userId])
      const key = randomUUID()
      return () => act(origin, owner, '/settings/people', 'inviteAction', { key, note: 'Twice' })
    },
    count: `SELECT count(*)::int AS n FROM "OneTimeLink" WHERE "userId" = $1`,
    wanted: 1,
  },
  {
    name: 'plan',
    send: async (origin, owner) => {
      const hash = (await planHash(origin, owner)) ?? ''
      const id = randomUUID()
      return () => savePlan(origin, owner, hash, id)
    },
    count: `SELECT count(*)::int AS n FROM "Plan" WHERE "portfolioId" = $2`,
    wanted: 1,
  },
  {
    name: 'import of a file',
    send: async (origin, owner) => {
      const importId = randomUUID()
      return () => sendFile(origin, owner, CSV, { importId, version: 1 })
    },
    count: `SELECT count(*)::int AS n FROM "PositionsImport" WHERE "portfolioId" = $2`,
    wanted: 1,
  },
  {
    name: 'import of an archive',
    send: async (origin, owner) => {
      const bytes = await archiveOf(origin, owner)
      // Into the account of somebody who has nothing yet: there is no row to wait at.
      await query(urlOf.value, 'DELETE FROM "Portfolio" WHERE id = $1', [owner.portfolioId])
      return () =>
        send(origin, owner, {
          path: '/api/archive?act=import',
          method: 'POST',
          headers: { 'Content-Type': 'application/zip' },
          body: bytes,
        })
    },
    count: `SELECT count(*)::int AS n FROM "Portfolio" WHERE "userId" = $1`,
    wanted: 1,
  },
]

const urlOf = { value: '' }

async function archiveOf(origin: string, { cookie }: Owner): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(`${origin}/api/archive`, { headers: { cookie, origin } })
  if (!answer.ok) throw new Error(`No archive: ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}

const isDone = (answer: Answer): boolean =>
  accepted(answer) || (answer.status === 200 && /"done"|"decision"|"undo"/.test(answer.text))

/** Each create sent several times at the same moment, as an impatient finger or a retrying proxy does: one row, and the same answer for all. */
export const doubleSubmitProbe = (name: string, databaseUrl: () => Promise<string | null>, rounds: number): Probe => ({
  name,
  run: async () => {
    const app = await startInstance(await newPlace(await databaseUrl()))
    urlOf.value = app.databaseUrl
    const failures: string[] = []
    let tries = 0
    try {
      for (let round = 0; round < rounds; round += 1) {
        for (const create of CREATES) {
          const owner = await newOwner(app.databaseUrl)
          const again = await create.send(app.origin, owner)
          const answers = await Promise.all([again(), again(), again()])
          tries += answers.length
          const [found] = await query<{ n: number }>(
            app.databaseUrl,
            create.count.replace('$1', `'${owner.userId}'`).replace('$2', `'${owner.portfolioId}'`),
          )
          if (found?.n !== create.wanted)
            failures.push(`${create.name}: ${found?.n} rows where ${create.wanted} should be`)
          const refused = answers.filter((answer) => !isDone(answer))
          failures.push(
            ...refused.map(
              (answer) => `${create.name}: answered ${answer.status} ${unclear(answer) ?? answer.text.slice(0, 120)}`,
            ),
          )
        }
      }
    } finally {
      await app.kill()
    }
    return { tries, failures }
  },
})
