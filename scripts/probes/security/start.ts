import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Probe } from '@/scripts/probes/probe'

const PATIENCE_MS = 30_000
const GOOD = {
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
  NEXTAUTH_SECRET: 'x'.repeat(43),
  NEXTAUTH_URL: 'http://localhost:3999',
}
const BAD: Record<string, Partial<Record<keyof typeof GOOD, string>>> = {
  'no secret': { NEXTAUTH_SECRET: '' },
  'a short secret': { NEXTAUTH_SECRET: 'x'.repeat(31) },
  'no address': { NEXTAUTH_URL: '' },
  'an address that is none': { NEXTAUTH_URL: 'javascript:alert(1)' },
  'no database': { DATABASE_URL: '' },
}

/** The exit code of a web server that is given these settings, or null when it went on. */
async function startWith(settings: Record<string, string>): Promise<number | null> {
  const args = ['node_modules/next/dist/bin/next', 'start', '-p', '0', '-H', '127.0.0.1']
  const env = { ...process.env, ...settings, NODE_ENV: 'production' as const }
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  const [code] = (await once(child, 'exit')) as [number | null]
  clearTimeout(timer)
  return code
}

export const refusedStart = (): Probe => ({
  name: 'no start without a secret or an address',
  run: async () => {
    const failures: string[] = []
    for (const [name, settings] of Object.entries(BAD)) {
      const code = await startWith({ ...GOOD, ...settings })
      if (code === null || code === 0) failures.push(`with ${name} the server started`)
    }
    return { tries: Object.keys(BAD).length, failures }
  },
})
