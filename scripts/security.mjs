// `npm run test:security`: the production build under attack. `-- --each 200` takes longer, `-- --only WORDS` picks probes by name,
// `-- --seed N` repeats a run.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from './steps/app-under-test.mjs'
import { findBrowser } from './steps/browser.mjs'
import { buildApp } from './steps/build.mjs'
import { describeFailure } from './steps/failure.mjs'
import { generateClient } from './steps/generate.mjs'
import { root } from './steps/root.mjs'

/** @param {Record<string, string>} env @returns {Promise<number>} the exit code of the probes */
function runProbes(env) {
  const args = ['--import', 'tsx', 'scripts/probes/security/run.ts', ...process.argv.slice(2)]
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

try {
  await generateClient()
  await buildApp()
  const browser = await findBrowser()
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-log-'))
  const printed = join(folder, 'log')
  const app = await startApp({ LOG_LEVEL: 'trace' }, printed)
  const env = { E2E_LOG: printed, E2E_ORIGIN: app.origin, DATABASE_URL: app.databaseUrl, NEXTAUTH_SECRET: app.secret }
  process.exitCode = await runProbes({ ...env, PLAYWRIGHT_CHROMIUM_PATH: browser }).finally(app.stop)
  rmSync(folder, { recursive: true, force: true })
} catch (error) {
  console.error(describeFailure(error))
  process.exitCode = 1
}
