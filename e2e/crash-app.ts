// An app of one test alone, that can be killed as a power cut would: the start script, the web server and the database at once.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { expect } from '@playwright/test'
import { familyOf, killNow, livingOf } from '@/scripts/testing/process-family'

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
      await expect.poll(() => livingOf(family)).toEqual([])
    },
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
