import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { requestOf } from '@/bench/hostile-case'
import type { HostileBatch } from '@/bench/hostile-worker'
import { inProcesses } from '@/bench/processes'

/** Random requests, most of them unsound in some way: each must get an answer or a listed error, in time, and break no identity. */
const { values: options } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    /** Stop after so many faults. */
    failures: { type: 'string', default: '10' },
  },
})

const outcomes = new Map<string, number>()
let [done, wrong, latest] = [0, 0, Number.NEGATIVE_INFINITY]
const from = performance.now()
const count = Number(options.requests)
const script = fileURLToPath(new URL('./hostile-worker.ts', import.meta.url))

await inProcesses<HostileBatch>(script, { first: Number(options.seed), count }, [], (batch, stop) => {
  for (const [outcome, n] of Object.entries(batch.outcomes)) {
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + n)
    done += n
  }
  latest = Math.max(latest, batch.latest)
  for (const { seed, wrong: reasons } of batch.wrong) {
    wrong += 1
    console.error(`\nseed ${seed}:\n  ${reasons.join('\n  ')}\n${JSON.stringify(requestOf(seed))}`)
  }
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${count}, ${wrong} wrong `)
  if (wrong >= Number(options.failures)) stop()
})

const seconds = (performance.now() - from) / 1000
console.log(
  `\n${done} requests in ${seconds.toFixed(0)} s: ${wrong} wrong, the latest answer ${latest.toFixed(1)} ms past its deadline`,
)
for (const [outcome, n] of [...outcomes].sort((a, b) => b[1] - a[1])) console.log(`  ${outcome}: ${n}`)
process.exitCode = wrong > 0 ? 1 : 0
