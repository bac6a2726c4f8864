import { Referee } from '@/bench/referee'
import { soak } from '@/bench/soak-case'

// Works through its share of the seeds, and reports each to the process that started it.
const [first = 0, step = 1, end = 0, seconds = 10] = process.argv.slice(2).map(Number)
const referee = new Referee()
for (let seed = first; seed < end; seed += step) process.send?.(await soakSafely(seed))
await referee.end()
process.disconnect?.()

async function soakSafely(seed: number) {
  try {
    return await soak(seed, referee, seconds)
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { seed, wrong: [`threw: ${why}`], status: 'threw', refereed: false, ms: 0 }
  }
}
