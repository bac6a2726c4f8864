// The production build, started by `npm start`'s own script, with a data folder and a port for one run.
import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { freePort } from './free-port.mjs'
import { root } from './root.mjs'
import { stopProcess } from './stop-process.mjs'

const STOP_PATIENCE_MS = 30_000

/**
 * Starts it; answers where it is, what a test needs to reach its data, and how to stop it. `more` is for its environment; what it prints goes
 * to the file `output`, if there is one.
 * @param {Record<string, string>} [more] @param {string} [output]
 */
export async function startApp(more = {}, output) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tidemark-app-'))
  const port = await freePort()
  const secret = randomBytes(32).toString('base64url')
  const env = {
    ...process.env,
    NEXTAUTH_SECRET: secret,
    APP_ORIGIN: '',
    // Empty, and not absent: what a .env names is somebody's own database.
    DATABASE_URL: '',
    ...more,
  }
  const args = ['--no-build', '--port', String(port), '--data', dataFolder]
  const printed = output === undefined ? 'inherit' : openSync(output, 'a')
  const child = fork(join(root, 'scripts/start.mjs'), args, {
    env,
    stdio: ['ignore', printed, printed, 'ipc'],
    detached: process.platform !== 'win32',
  })
  const stop = async () => {
    await stopProcess(child, STOP_PATIENCE_MS)
    rmSync(dataFolder, { recursive: true, force: true })
  }
  /** @type {string} */
  const databaseUrl = await new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(/** @type {{ databaseUrl: string }} */ (message).databaseUrl))
    child.once('exit', () => reject(new Failure('The app to be tested did not start.')))
  }).catch(async (error) => {
    await stop()
    throw error
  })
  return { origin: `http://localhost:${port}`, databaseUrl, secret, stop }
}
