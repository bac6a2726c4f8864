import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@/scripts/steps/free-port.mjs'
import { root } from '@/scripts/steps/root.mjs'

/** Inside the checkout, so that it finds the same packages; git does not see it. */
const FOLDER = join(root, '.next-bare')
const NEXT = join(root, 'node_modules/next/dist/bin/next')
const PATIENCE_MS = 60_000

const FILES = {
  'app/layout.tsx': `export default function Layout({ children }: { children: React.ReactNode }) {
  return <html lang="en"><body>{children}</body></html>
}\n`,
  'app/page.tsx': `export const dynamic = 'force-dynamic'
export default function Page() {
  return <p>Nothing but the framework.</p>
}\n`,
  // Without them the bundler would look for some further up, and find ours.
  'instrumentation.ts': `export function register(): void {}\n`,
  'proxy.ts': `export function proxy(): void {}\nexport const config = { matcher: '/never' }\n`,
  'next.config.ts': `export default { poweredByHeader: false, typescript: { ignoreBuildErrors: true } }\n`,
  'package.json': `{ "private": true, "type": "module" }\n`,
}

function next(...args: string[]) {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1', NEXT_DIST_DIR: '' }
  return spawn(process.execPath, [NEXT, ...args], { cwd: FOLDER, env, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Builds and starts the same framework with one page that says a sentence and is rendered at each request: nothing can be faster. */
export async function startBare(): Promise<{ origin: string; stop: () => Promise<void> }> {
  mkdirSync(join(FOLDER, 'app'), { recursive: true })
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(FOLDER, name), text)
  const [code] = await once(next('build'), 'exit')
  if (code !== 0) throw new Error('The bare page could not be built')
  const port = await freePort()
  const server = next('start', '-p', String(port), '-H', '127.0.0.1')
  const origin = `http://127.0.0.1:${port}`
  const deadline = performance.now() + PATIENCE_MS
  while (!(await fetch(origin).catch(() => null))?.ok) {
    if (performance.now() > deadline || server.exitCode !== null) throw new Error('The bare page did not start')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const stop = async () => {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  return { origin, stop }
}
