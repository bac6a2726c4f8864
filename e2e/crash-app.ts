// An app of one test alone, that can be killed as a power cut would: the start script, the web server and the database at once.
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect } from '@playwright/test'

export interface CrashApp {
  origin: string
  databaseUrl: string
  /** Everything that it has printed so far. */
  said: () => string
  /** Ends every process of it with no chance to say goodbye. */
  kill: () => Promise<void>
  /** Ends it as Ctrl-C does. */
  stop: () => Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || !address) throw new Error('No port is free')
  return address.port
}

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

/** Starts the production build that is there on a data folder of its own; answers once it serves. `more` is for its environment. */
export async function startCrashApp(
  dataFolder: string,
  port: number,
  more: Record<string, string> = {},
): Promise<CrashApp> {
  const env: NodeJS.ProcessEnv = { ...process.env, APP_ORIGIN: '', ...more }
  delete env.DATABASE_URL
  const args = ['--no-build', '--port', String(port), '--data', dataFolder]
  const child = fork('scripts/start.mjs', args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  const exited = once(child, 'exit')
  const [ready] = await Promise.race([once(child, 'message'), exited.then(() => Promise.reject(new Error(said)))])
  const pid = child.pid ?? 0
  return {
    origin: `http://localhost:${port}`,
    databaseUrl: (ready as { databaseUrl: string }).databaseUrl,
    said: () => said,
    kill: async () => {
      const family = familyOf(pid)
      expect(family.length, 'the start script, the web server and the database').toBeGreaterThanOrEqual(3)
      for (const one of family) killNow(one)
      await exited
      const left = () => processes().filter((p) => family.includes(p.pid) && !p.dead)
      await expect.poll(left).toEqual([])
    },
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
