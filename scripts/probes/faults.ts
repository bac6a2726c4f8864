// Run by scripts/faults.mjs, which has built the app. `--full` takes its time; `--only=TEXT` runs the probes whose name holds the text.
import { crashProbe } from '@/scripts/probes/faults/crash'
import { cutAndStaleProbe } from '@/scripts/probes/faults/cut-and-stale'
import { databaseRestartProbe } from '@/scripts/probes/faults/database-restart'
import { diskProbe } from '@/scripts/probes/faults/disk'
import { doubleSubmitProbe } from '@/scripts/probes/faults/double-submit'
import { killAll, removePlaces } from '@/scripts/probes/faults/instance'
import { poolProbe } from '@/scripts/probes/faults/pool'
import { type Server, startServer } from '@/scripts/probes/faults/server'
import { sigtermProbe } from '@/scripts/probes/faults/sigterm'
import { twoInstancesProbe } from '@/scripts/probes/faults/two-instances'
import { type Probe, runProbes } from '@/scripts/probes/probe'

const full = process.argv.includes('--full')
const only = process.argv.find((text) => text.startsWith('--only='))?.slice('--only='.length) ?? ''
const times = (bounded: number, many: number): number => (full ? many : bounded)

let running: Promise<Server> | undefined
const server = (): Promise<Server> => {
  running ??= startServer(process.env.TEST_POSTGRES_BIN ?? '')
  return running
}
let databases = 0
const onPostgres = async (): Promise<string> => {
  databases += 1
  return (await server()).database(`probe_${databases}`)
}
const embedded = async (): Promise<null> => null

const PROBES: Probe[] = [
  crashProbe('killed while it writes (Postgres)', onPostgres, times(10, 50)),
  crashProbe('killed while it writes (embedded)', embedded, times(4, 50)),
  databaseRestartProbe(server, times(2, 20)),
  poolProbe(server),
  diskProbe('disk full (Postgres)', onPostgres),
  diskProbe('disk full (embedded)', embedded),
  sigtermProbe('told to end under load (Postgres)', onPostgres, times(1, 10)),
  sigtermProbe('told to end under load (embedded)', embedded, times(1, 10)),
  twoInstancesProbe(server, times(3, 20)),
  doubleSubmitProbe('each create sent thrice at once (Postgres)', onPostgres, times(1, 20)),
  doubleSubmitProbe('each create sent thrice at once (embedded)', embedded, times(1, 20)),
  cutAndStaleProbe('cut uploads, stale tabs (Postgres)', onPostgres),
]

const stop = async (): Promise<void> => {
  await killAll()
  removePlaces()
  if (running) (await running).stop()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void stop().finally(() => process.exit(130)))

try {
  const failures = await runProbes(
    'Faults',
    PROBES.filter(({ name }) => name.includes(only)),
  )
  console.log(`\n${failures} failures`)
  process.exitCode = failures === 0 ? 0 : 1
} finally {
  await stop()
}
