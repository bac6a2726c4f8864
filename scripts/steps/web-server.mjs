import { spawn } from 'node:child_process'
import { Failure } from './failure.mjs'
import { root } from './root.mjs'
import { tailOf } from './run-command.mjs'

const START_PATIENCE_MS = 60_000
/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const PRELOADS = [
  ...['end-with-parent.mjs', 'drain.mjs', 'peer-address.mjs', 'request-number.mjs', 'sound-heads.mjs'],
].map((name) => new URL(name, import.meta.url).href)

/**
 * @param {import('./options.mjs').Options} options @param {string} databaseUrl @param {string} secret
 * @returns {NodeJS.ProcessEnv}
 */
export function appEnvironment(options, databaseUrl, secret) {
  return {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secret,
    NEXTAUTH_URL: options.origin,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: options.development ? 'development' : 'production',
  }
}

/**
 * Starts `next start` (or `next dev`); it serves, with its database, once `ready` has resolved.
 * @param {import('./options.mjs').Options} options @param {NodeJS.ProcessEnv} env
 */
export function startWebServer(options, env) {
  const command = options.development ? 'dev' : 'start'
  const args = [...PRELOADS.flatMap((preload) => ['--import', preload]), 'node_modules/next/dist/bin/next', command]
  const child = spawn(process.execPath, [...args, '-p', String(options.port), '-H', options.host], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C reaches a whole process group; the order in which things stop is ours.
    detached: process.platform !== 'win32',
  })
  const early = keepOutput(child)
  const ready = untilServing(child, options).catch(() => {
    throw new Failure(`The web server did not start. The end of what it said:\n\n${tailOf(early.join(''))}\n`)
  })
  return { process: child, ready: ready.then(() => showOutput(child)) }
}

/** Until it serves, what the server says is kept: it matters only when it fails. @param {ChildProcess} child */
function keepOutput(child) {
  /** @type {string[]} */
  const kept = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => void kept.push(String(chunk)))
  return kept
}

/** @param {ChildProcess} child */
function showOutput(child) {
  for (const stream of [child.stdout, child.stderr]) stream?.removeAllListeners('data')
  child.stdout?.pipe(process.stdout)
  child.stderr?.pipe(process.stderr)
}

/** @param {ChildProcess} child @param {import('./options.mjs').Options} options */
async function untilServing(child, { port, host }) {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  const address = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}/api/ready`
  const deadline = Date.now() + START_PATIENCE_MS
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(START_PATIENCE_MS) }).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('not serving')
}
