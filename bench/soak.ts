import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { inProcesses } from '@/bench/processes'
import { requestOf, type SoakResult } from '@/bench/soak-case'

const { values: options } = parseArgs({
  options: {
    instances: { type: 'string', default: '2000' },
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    /** The referee's limit for one problem. */
    seconds: { type: 'string', default: '10' },
    /** Stop after so many requests on which the two disagree. */
    failures: { type: 'string', default: '1' },
  },
})

const first = Number(options.seed)
const instances = Number(options.instances)
const results: SoakResult[] = []
const script = fileURLToPath(new URL('./soak-worker.ts', import.meta.url))
const wrong = (): SoakResult[] => results.filter((r) => r.wrong.length > 0)

await inProcesses<SoakResult>(
  script,
  { first, count: instances, minutes: Number(options.minutes) },
  [Number(options.seconds)],
  (result, stop) => {
    results.push(result)
    if (result.wrong.length > 0) {
      console.error(`\nseed ${result.seed}:\n  ${result.wrong.join('\n  ')}\n${JSON.stringify(requestOf(result.seed))}`)
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${results.length} of ${instances}, ${wrong().length} wrong `)
    if (wrong().length >= Number(options.failures)) stop()
  },
)

const times = results.map((r) => r.ms).sort((a, b) => a - b)
const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2)
const byStatus = count(results.map((r) => r.status))
console.log(`\n${results.length} requests from seed ${first}: ${wrong().length} wrong; ${byStatus}`)
const open = results.filter((r) => !r.refereed).map((r) => r.seed)
console.log(`the referee solved all to the end but ${open.length}: ${open.join(' ')}`)
console.log(`the allocator took ${at(0.5)} ms in the median, ${at(0.99)} ms in 99 of 100, ${at(1)} ms at most`)
const slowest = [...results].sort((a, b) => b.ms - a.ms).slice(0, 5)
console.log(`slowest: ${slowest.map((r) => `seed ${r.seed} ${r.ms.toFixed(0)} ms`).join(', ')}`)
if (wrong().length > 0)
  console.log(
    `seeds: ${wrong()
      .map((r) => r.seed)
      .join(' ')}`,
  )
process.exitCode = wrong().length > 0 ? 1 : 0

function count(statuses: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, n]) => `${n} ${status}`).join(', ')
}
