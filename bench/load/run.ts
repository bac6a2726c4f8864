import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import * as acts from '@/bench/load/acts'
import { startBare } from '@/bench/load/bare'
import { type Act, drive, type Reading } from '@/bench/load/drive'
import { type LoadUser, seedUsers } from '@/bench/load/users'
import { startApp } from '@/scripts/steps/app-under-test.mjs'
import { buildApp } from '@/scripts/steps/build.mjs'
import { freePort } from '@/scripts/steps/free-port.mjs'

/**
 * The production build under signed-in users with sessions of their own, beside a bare page of the same framework in the same run.
 * `node --conditions=react-server --import tsx bench/load/run.ts [--users 20] [--seconds 15] [--minutes 0] [--no-build]`
 * `DATABASE_URL` puts it on a Postgres of yours (all its data stays there); without it the embedded database answers. `--minutes`
 * adds that much mixed load, with the server's memory at each minute.
 */
const { values: options } = parseArgs({
  options: {
    users: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '15' },
    minutes: { type: 'string', default: '0' },
    'no-build': { type: 'boolean', default: false },
  },
})
const [userCount, seconds, minutes] = [options.users, options.seconds, options.minutes].map(Number) as [
  number,
  number,
  number,
]
/** Who tries passwords while the others look at their overview. */
const FLOODERS = 20
/** Of ten acts in the mix, so many are of each kind. */
const MIX = ['overview', 'overview', 'overview', 'overview', 'overview', 'save', 'save', 'preview', 'preview', 'import']
const MEBIBYTE = 1_048_576

const ms = (value: number): string => value.toFixed(1).padStart(9)

function print(title: string, readings: readonly Reading[]): void {
  console.log(`\n${title}`)
  console.log('act                req/s     p50 ms    p95 ms    p99 ms   count  errors')
  for (const { name, perSecond, p50, p95, p99, count, errors } of readings)
    console.log(
      `${name.padEnd(15)} ${perSecond.toFixed(1).padStart(8)} ${ms(p50)} ${ms(p95)} ${ms(p99)} ${String(count).padStart(7)} ${String(errors).padStart(7)}`,
    )
}

/** Runs one kind of act by every user. */
async function only(title: string, all: readonly Act[], time = seconds): Promise<Reading[]> {
  const readings = await drive(
    all.map((act) => () => act),
    time,
  )
  print(title, readings)
  return readings
}

/** What a user does in the mix: its own acts, in the shares above, in an order that differs from user to user. */
function mixOf(origin: string, user: LoadUser, at: number): () => Act {
  const kinds: Record<string, Act> = {
    overview: acts.viewOverview(origin, user),
    preview: acts.previewPlan(origin, user),
    save: acts.saveHolding(origin, user),
    import: acts.importFile(origin, user),
  }
  let turn = at
  return () => {
    turn += 1
    return kinds[MIX[turn % MIX.length] ?? ''] as Act
  }
}

/** What the web server's process holds, and what of it is its heap. */
async function memoryAt(port: number): Promise<string> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const figure = (name: string) => Number(new RegExp(`^${name}\\S* (\\S+)`, 'm').exec(text)?.[1]) / MEBIBYTE
  return `${figure('process_resident_memory_bytes').toFixed(0)} MiB, heap ${figure('nodejs_heap_size_used_bytes').toFixed(0)} MiB`
}

async function soak(origin: string, users: readonly LoadUser[], metricsPort: number): Promise<void> {
  const mix = users.map((user, at) => mixOf(origin, user, at))
  for (let minute = 1; minute <= minutes; minute += 1) {
    const readings = await drive(mix, 60)
    const errors = readings.reduce((sum, reading) => sum + reading.errors, 0)
    const count = readings.reduce((sum, reading) => sum + reading.count, 0)
    console.log(`minute ${String(minute).padStart(3)}: ${count} acts, ${errors} errors, ${await memoryAt(metricsPort)}`)
  }
}

async function measure(origin: string, bare: string, users: LoadUser[], metricsPort: number): Promise<void> {
  const overviews = users.map((user) => acts.viewOverview(origin, user))
  await drive(
    overviews.map((act) => () => act),
    5,
  )
  const [ceiling] = await only(
    'The bare page',
    users.map(() => acts.viewBare(bare)),
  )
  const [overview] = await only('The overview', overviews)
  const share = ((overview?.perSecond ?? 0) / (ceiling?.perSecond ?? 1)) * 100
  console.log(`The overview reaches ${share.toFixed(0)} % of the bare page's throughput.`)
  await only(
    'Plan previews',
    users.map((user) => acts.previewPlan(origin, user)),
  )
  await only(
    'Saves',
    users.map((user) => acts.saveHolding(origin, user)),
  )
  await only(
    'Imports',
    users.map((user) => acts.importFile(origin, user)),
  )
  const flood = Array.from({ length: FLOODERS }, (_, n) =>
    acts.floodLogin(origin, users[n % users.length]?.email ?? ''),
  )
  const mixed = await only('The overview under a flood of sign-ins', [...overviews, ...flood])
  const factor = (mixed.find(({ name }) => name === 'overview')?.p95 ?? 0) / (overview?.p95 ?? 1)
  console.log(`Its p95 is ${factor.toFixed(2)} times the normal one.`)
  console.log(`Memory of the web server: ${await memoryAt(metricsPort)}`)
  if (minutes > 0) await soak(origin, users, metricsPort)
}

if (!options['no-build']) await buildApp()
const metricsPort = await freePort()
const bare = await startBare()
const printed = join(mkdtempSync(join(tmpdir(), 'tidemark-load-')), 'printed')
const app = await startApp({ METRICS_PORT: String(metricsPort), DATABASE_URL: process.env.DATABASE_URL || '' }, printed)
process.env.DATABASE_URL = app.databaseUrl
try {
  const kind = app.databaseUrl.includes('host=') ? 'embedded database' : 'Postgres'
  console.log(`${cpus()[0]?.model} × ${availableParallelism()}, Node ${process.version}, ${kind}, ${userCount} users`)
  await measure(app.origin, bare.origin, await seedUsers(userCount, app), metricsPort)
} finally {
  await app.stop()
  await bare.stop()
  rmSync(dirname(printed), { recursive: true })
}
process.exit(0)
