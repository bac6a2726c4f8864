import { randomUUID } from 'node:crypto'
import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type ImportChoices, NO_CHOICES } from '@/lib/core/positions-import'
import type { IsoDate } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { importPositions } from '@/lib/flows/import-positions'
import { previewImport } from '@/lib/flows/preview-import'
import type { Progress } from '@/lib/flows/read-import-files'
import { importAnswerText } from '@/lib/formats/import-answer'
import { startDatabase } from '@/scripts/database-process.mjs'
import { migrate } from '@/scripts/migrate.mjs'

/**
 * Milliseconds of an import of many rows on an embedded database of its own: reading, deciding, storing.
 * `node --conditions=react-server --import tsx bench/import.ts [--rows 10000]`
 */
const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '10000' }, accounts: { type: 'string', default: '20' } },
})
const count = Number(options.rows)
const accounts = Number(options.accounts)
const asOf = '2026-11-20' as IsoDate

const TITLES = 'Account Number,Account Name,Symbol,Description,Quantity,Last Price,Current Value,Average Cost Basis'
const fileAt = (cents: number): Uint8Array => {
  const lines = Array.from({ length: count }, (_, i) => {
    const quantity = 1 + (i % 997)
    const price = 1000 + ((i * 7919 + cents) % 50_000)
    const [text, value] = [price, price * quantity].map((n) => `$${(n / 100).toFixed(2)}`)
    return `X${i % accounts},Account ${i % accounts},S${i},Security ${i},${quantity},${text},${value},${text}`
  })
  return new TextEncoder().encode(`${[TITLES, ...lines].join('\n')}\n`)
}

/** How long each phase took, by when it was first heard of; what comes before a phase is the loading of the book. */
function stopwatch(): { progress: Progress; line: () => string } {
  const start = performance.now()
  const at: Record<string, number> = {}
  const progress: Progress = ({ phase, done }) => {
    at[`${phase} ${done === 0 ? 'from' : 'to'}`] ??= performance.now()
  }
  const ms = (from: number, to: number): string => `${Math.round(to - from)}`.padStart(6)
  return {
    progress,
    line: () => {
      const end = performance.now()
      const read = at['read to'] ?? end
      const decide = at['decide from'] ?? end
      const store = at['store from'] ?? end
      return `${ms(start, read)} ${ms(read, decide)} ${ms(decide, store)} ${ms(store, end)} ${ms(start, end)}`
    },
  }
}

const database = await startDatabase(null)
process.env.DATABASE_URL = database.url
await migrate(database.url)
const userId = randomUUID()
const portfolioId = randomUUID()
const portfolio = { id: portfolioId, name: 'Bench' }
await db().user.create({
  data: { id: userId, email: `${userId}@example.test`, portfolios: { create: portfolio } },
})

console.log(
  `${cpus()[0]?.model ?? 'unknown'} (${availableParallelism()} threads), Node ${process.version}, ${count} rows`,
)
console.log(`${''.padEnd(32)}   read   load decide  store    all  (ms)`)

const choices: ImportChoices = { ...NO_CHOICES, cost: { kind: 'oneLot', acquired: asOf } }
const given = (bytes: Uint8Array) => ({
  portfolioId,
  files: [{ name: 'bench.csv', bytes }],
  choices,
  mappings: new Map(),
})

for (const [title, cents] of [
  ['a first file', 0],
  ['the same again', 0],
  ['a newer one', 1],
] as const) {
  const bytes = fileAt(cents)
  const looked = stopwatch()
  const preview = await previewImport(userId, asOf, given(bytes), looked.progress)
  if (!preview.ok) throw new Error(preview.code)
  console.log(`${`preview of ${title}`.padEnd(32)} ${looked.line()}`)
  const begun = performance.now()
  const text = importAnswerText({ preview: preview.value })
  console.log(`${'  as JSON'.padEnd(32)} ${Math.round(performance.now() - begun)} ms, ${text.length} characters`)
  const stored = stopwatch()
  const order = { ...given(bytes), version: preview.value.version, importId: randomUUID() }
  const done = await importPositions(userId, asOf, order, new Date(), stored.progress)
  if (!done.ok) throw new Error(done.code)
  console.log(`${`import of ${title}`.padEnd(32)} ${stored.line()}`)
}

await db().$disconnect()
await database.stop()
