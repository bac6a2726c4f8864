// One running app of the probes: the production build, started by the ordinary start script on a database and a port of its own.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/scripts/steps/free-port.mjs'
import { familyOf, killNow, livingOf } from '@/scripts/testing/process-family'

export const SECRET = 'the secret of these probes, and of nothing else'
const ENDING_MS = 30_000

export interface Instance {
  origin: string
  databaseUrl: string
  /** Everything that it printed. */
  said: () => string
  /** Ends every process of it with no chance to say goodbye. */
  kill: () => Promise<void>
  /** Tells it to end; answers its exit code and how long it took, in milliseconds. */
  terminate: () => Promise<{ code: number | null; took: number }>
}

export interface Place {
  dataFolder: string
  /** Null: the embedded database of the data folder. */
  databaseUrl: string | null
  port: number
  env?: Record<string, string>
}

const folders: string[] = []

/** A place for one app; the folder goes when the probes end. */
export async function newPlace(databaseUrl: string | null, env: Record<string, string> = {}): Promise<Place> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tidemark-faults-'))
  folders.push(dataFolder)
  return { dataFolder, databaseUrl, port: await freePort(), env }
}

export function removePlaces(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

const alive = new Set<number>()

async function killFamily(pid: number): Promise<void> {
  const family = familyOf(pid)
  for (const one of family) killNow(one)
  const deadline = Date.now() + ENDING_MS
  while (livingOf(family).length > 0) {
    if (Date.now() > deadline) throw new Error('A killed process is still there.')
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  alive.delete(pid)
}

/** Whatever a probe that broke left running. */
export async function killAll(): Promise<void> {
  for (const pid of [...alive]) await killFamily(pid)
}

/** Starts it; answers once it serves. */
export async function startInstance({ dataFolder, databaseUrl, port, env = {} }: Place): Promise<Instance> {
  const args = ['--no-build', '--port', String(port), '--data', dataFolder]
  const environment = {
    ...process.env,
    APP_ORIGIN: '',
    NEXTAUTH_SECRET: SECRET,
    DATABASE_URL: databaseUrl ?? '',
    ...env,
  }
  const child = fork('scripts/start.mjs', args, {
    env: environment,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  const pid = child.pid ?? 0
  alive.add(pid)
  const exited = once(child, 'exit')
  const gone = exited.then(() => Promise.reject(new Error(`The app did not start: ${said.slice(-2_000)}`)))
  const [ready] = await Promise.race([once(child, 'message'), gone])
  gone.catch(() => {})
  return {
    origin: `http://localhost:${port}`,
    databaseUrl: (ready as { databaseUrl: string }).databaseUrl,
    said: () => said,
    kill: () => killFamily(pid),
    terminate: async () => {
      const began = Date.now()
      child.kill('SIGTERM')
      const [code] = (await exited) as [number | null]
      alive.delete(pid)
      return { code, took: Date.now() - began }
    },
  }
}
