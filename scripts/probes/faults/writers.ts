// Writers that each keep writing what cannot be mistaken for half of something, remember what was acknowledged, and judge what is stored.
import { randomUUID } from 'node:crypto'
import { newOwner, type Owner, query } from '@/scripts/probes/faults/book'
import { type Answer, accepted, planHash, savePlan, saveStep, sendFile } from '@/scripts/probes/faults/visitor'

/** Where the app is now; it moves when it is started again. */
export interface Target {
  origin: () => string
  databaseUrl: string
}

export interface Writer {
  name: string
  /** Makes one write; its answer. */
  write: () => Promise<Answer>
  /** Compares what is stored with what was acknowledged, and goes on from there. A sentence for each fault. */
  judge: () => Promise<string[]>
  /** How many writes were acknowledged so far. */
  done: () => number
}

/** Saves a holding with its lots, step after step. */
export async function holdingWriter({ origin, databaseUrl }: Target): Promise<Writer> {
  const owner = await newOwner(databaseUrl)
  let kept = { step: 1, version: 1 }
  let done = 0
  return {
    name: 'holding',
    done: () => done,
    write: async () => {
      const answer = await saveStep(origin(), owner, kept.step + 1, kept.version)
      if (accepted(answer)) {
        kept = { step: kept.step + 1, version: kept.version + 1 }
        done += 1
      }
      return answer
    },
    judge: async () => {
      const [holding] = await query<{ version: number; quantity: number; portfolio: number }>(
        databaseUrl,
        `SELECT h.version, h.quantity::float8 AS quantity, p.version AS portfolio FROM "Holding" h, "Portfolio" p WHERE h.id = $1 AND p.id = $2`,
        [owner.holdingId, owner.portfolioId],
      )
      const lots = await query<{ quantity: number }>(
        databaseUrl,
        `SELECT quantity::float8 AS quantity FROM "Lot" WHERE "holdingId" = $1`,
        [owner.holdingId],
      )
      const step = lots[0]?.quantity ?? 0
      const before = kept
      kept = { step, version: holding?.version ?? 0 }
      const ahead = step - before.step
      const faults = []
      if (lots.length !== owner.lotIds.length || lots.some(({ quantity }) => quantity !== step))
        faults.push('the lots are of two steps')
      if (holding?.quantity !== step * lots.length) faults.push('the holding is not of the step of its lots')
      if (ahead !== 0 && ahead !== 1) faults.push(`step ${before.step} was acknowledged, ${step} is stored`)
      if (kept.version !== before.version + ahead)
        faults.push(`version ${kept.version} after ${before.version}, ${ahead} step ahead`)
      if (holding?.portfolio !== holding?.version)
        faults.push('the portfolio has another number of changes than its holding')
      return faults
    },
  }
}

const ROWS = 12
const csvOf = (step: number): string =>
  [
    'Account Name,Symbol,Quantity,Price',
    ...Array.from({ length: ROWS }, (_, row) => `Brokerage,PRB${row},${step},10`),
    '',
  ].join('\n')

/** Imports file after file; each says one number in all of its rows. */
export async function importWriter({ origin, databaseUrl }: Target): Promise<Writer> {
  const owner = await newOwner(databaseUrl)
  let kept = { step: 0, version: 1, imports: 0 }
  let done = 0
  return {
    name: 'import',
    done: () => done,
    write: async () => {
      const answer = await sendFile(origin(), owner, csvOf(kept.step + 1), {
        importId: randomUUID(),
        version: kept.version,
      })
      if (answer.status === 200 && answer.text.includes('"done"')) {
        kept = { step: kept.step + 1, version: kept.version + 1, imports: kept.imports + 1 }
        done += 1
      }
      return answer
    },
    judge: async () => {
      const [found] = await query<{ version: number; imports: number; quantities: number[] }>(
        databaseUrl,
        `SELECT p.version,
          (SELECT count(*)::int FROM "PositionsImport" WHERE "portfolioId" = p.id) AS imports,
          (SELECT coalesce(array_agg(h.quantity::float8), '{}') FROM "Holding" h JOIN "Account" a ON a.id = h."accountId"
           WHERE a."portfolioId" = p.id AND h.symbol LIKE 'PRB%' AND h."deletedAt" IS NULL) AS quantities
         FROM "Portfolio" p WHERE p.id = $1`,
        [owner.portfolioId],
      )
      const { version = 0, imports = 0, quantities = [] } = found ?? {}
      const step = quantities[0] ?? 0
      const before = kept
      kept = { step, version, imports }
      const ahead = step - before.step
      const faults = []
      if ((quantities.length !== ROWS && step > 0) || quantities.some((quantity) => quantity !== step))
        faults.push('the rows are of two imports')
      if (ahead !== 0 && ahead !== 1) faults.push(`import ${before.step} was acknowledged, ${step} is stored`)
      if (imports !== before.imports + ahead) faults.push(`${imports} imports are noted, ${step} are stored`)
      if (version !== before.version + ahead) faults.push(`version ${version} after ${before.version}`)
      return faults
    },
  }
}

/** Saves the same plan under one id after the other. */
export async function planWriter({ origin, databaseUrl }: Target): Promise<Writer> {
  const owner = await newOwner(databaseUrl)
  const acknowledged = new Set<string>()
  const sent = new Set<string>()
  let hash: string | null = null
  return {
    name: 'plan',
    done: () => acknowledged.size,
    write: async () => {
      hash ??= await planHash(origin(), owner)
      if (!hash) return { status: 0, broke: 'no page of the plan', text: '', took: 0 }
      const id = randomUUID()
      sent.add(id)
      const answer = await savePlan(origin(), owner, hash, id)
      if (accepted(answer)) acknowledged.add(id)
      return answer
    },
    judge: () => judgePlans(databaseUrl, owner, acknowledged, sent),
  }
}

async function judgePlans(url: string, owner: Owner, acknowledged: Set<string>, sent: Set<string>): Promise<string[]> {
  const rows = await query<{ id: string; whole: boolean }>(
    url,
    `SELECT id, document->>'inputHash' IS NOT DISTINCT FROM "inputHash" AND jsonb_array_length(document#>'{plan,trades}') > 0 AS whole
     FROM "Plan" WHERE "portfolioId" = $1`,
    [owner.portfolioId],
  )
  const stored = new Set(rows.map(({ id }) => id))
  const lost = [...acknowledged].filter((id) => !stored.has(id)).length
  const strange = rows.filter(({ id, whole }) => !sent.has(id) || !whole).length
  // What came through without its answer is stored, and counts from now on.
  for (const id of stored) acknowledged.add(id)
  return [
    ...(lost > 0 ? [`${lost} acknowledged plans are lost`] : []),
    ...(strange > 0 ? [`${strange} plans are not whole`] : []),
  ]
}

export const newWriters = async (target: Target): Promise<Writer[]> => [
  await holdingWriter(target),
  await importWriter(target),
  await planWriter(target),
]
