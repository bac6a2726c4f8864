import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism, cpus } from 'node:os'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { FAMILIES, type Family, requestFrom } from '@/bench/families'

/** Plans a minute through the command line, for books of twenty securities. */
const { values: options } = parseArgs({
  options: { requests: { type: 'string', default: '50000' }, family: { type: 'string', default: 'n = 20' } },
})

/** So many different ones, again and again: making a request must not cost more than planning it. */
const DIFFERENT = 2_000
const count = Number(options.requests)
const family = FAMILIES.find((f) => f.name === options.family) as Family
const lines = Array.from(
  { length: Math.min(DIFFERENT, count) },
  (_, i) => `${JSON.stringify({ ...requestFrom(family, i + 1), deadlineMs: 200 })}\n`,
)

const command = spawn('npm', ['run', '-s', 'tidemark', '--', 'plan', '--ndjson'], {
  stdio: ['pipe', 'pipe', 'inherit'],
})
const statuses = new Map<string, number>()
let first = Number.NaN
const started = performance.now()
const answers = createInterface({ input: command.stdout }).on('line', (line) => {
  if (Number.isNaN(first)) first = performance.now()
  const status = /"status":"(\w+)"/.exec(line)?.[1] ?? 'none'
  statuses.set(status, (statuses.get(status) ?? 0) + 1)
})
for (let i = 0; i < count; i += 1) {
  if (!command.stdin.write(lines[i % lines.length])) await once(command.stdin, 'drain')
}
command.stdin.end()
await once(answers, 'close')
const minutes = (performance.now() - started) / 60_000

console.log(`${cpus()[0]?.model ?? 'unknown'} (${availableParallelism()} threads), Node ${process.version}`)
console.log(
  `${count} requests (${family.name}) in ${(minutes * 60).toFixed(1)} s, the first answer after ${(first - started).toFixed(0)} ms`,
)
console.log(
  `${Math.round(count / minutes)} plans a minute; ${[...statuses].map(([status, n]) => `${n} ${status}`).join(', ')}`,
)
