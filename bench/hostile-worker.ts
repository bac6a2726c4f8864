import { type HostileResult, receive } from '@/bench/hostile-case'
import { watched } from '@/bench/watch'

/** So many requests are told of together. */
const BATCH = 500
const LONGEST_MS = 10_000

export interface HostileBatch {
  outcomes: Record<string, number>
  latest: number
  wrong: HostileResult[]
}

const fresh = (): HostileBatch => ({ outcomes: {}, latest: Number.NEGATIVE_INFINITY, wrong: [] })

const [first = 0, step = 1, end = 0] = process.argv.slice(2).map(Number)
const watch = watched(LONGEST_MS)
let batch = fresh()
let inBatch = 0
for (let seed = first; seed < end; seed += step) {
  watch.begin(seed)
  const result = receive(seed)
  batch.outcomes[result.outcome] = (batch.outcomes[result.outcome] ?? 0) + 1
  batch.latest = Math.max(batch.latest, result.late)
  if (result.wrong.length > 0) batch.wrong.push(result)
  inBatch += 1
  if (inBatch === BATCH) await send()
}
await send()
await watch.end()
process.disconnect?.()

/** Waits until it is on its way, or the process would never listen to anything else. */
async function send(): Promise<void> {
  const message = batch
  batch = fresh()
  inBatch = 0
  await new Promise<void>((resolve) => {
    if (process.send) process.send(message, () => resolve())
    else resolve()
  })
}
