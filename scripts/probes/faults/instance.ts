// One running app of the probes: the production build, started by the ordinary start script on a database and a port of its own.
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/scripts/probes/faults/free-port'

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

/** All processes as the system lists them: number, parent and state. */
function processes(): { pid: number; parent: number; dead: boolean }[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n')
  return lines.map((line) => {
    const [pid, parent, state] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), dead: state?.startsWith('Z') ?? false }
  })
}

/** A process with its children and theirs. */
function familyOf(pid: number): number[] {
  const all = processes()
  const below = (parent: number): number[] =>
    all.filter((p) => p.parent === parent).flatMap((p) => [p.pid, ...below(p.pid)])
  return [pid, ...below(pid)]
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It went by itself, because another one of them had gone.
  }
}

async function killFamily(pid: number): Promise<void> {
  const family = familyOf(pid)
  for (const one of family) killNow(one)
  const deadline = Date.now() + ENDING_MS
  while (processes().some((p) => family.includes(p.pid) && !p.dead)) {
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
