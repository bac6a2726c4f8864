// `npm test`: everything that must hold, from the types to the end-to-end tests, stopping at the first step that fails.
// `npm run check` leaves out the build and the browser.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from './steps/build.mjs'
import { describeFailure, Failure } from './steps/failure.mjs'
import { generateClient } from './steps/generate.mjs'
import { install } from './steps/install.mjs'
import { checkNodeVersion } from './steps/node-version.mjs'
import { root } from './steps/root.mjs'
import { countPlaywright, countVitest } from './steps/test-counts.mjs'

// An app that runs from the ordinary build folder is not disturbed.
process.env.NEXT_DIST_DIR ??= '.next-test'
process.env.NEXT_TELEMETRY_DISABLED = '1'

const stopped = new AbortController()
const { signal } = stopped
const reports = mkdtempSync(join(tmpdir(), 'tidemark-reports-'))
const counts = { passed: 0, failed: 0 }

/**
 * Runs a package's program in the open: what it says is the report.
 * @param {string} file below node_modules @param {string[]} args @param {Record<string, string>} [env]
 * @returns {Promise<void>}
 */
function tool(file, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', file), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: 'inherit',
      signal,
    })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Failure(`It ended with exit code ${code}.`))))
  })
}

/** A script of ours that is a command of its own too. @param {string} file @param {string[]} args */
const script = (file, args) => tool(join('..', file), args)

/** @param {import('./steps/test-counts.mjs').Counts} more */
function add({ passed, failed }) {
  counts.passed += passed
  counts.failed += failed
}

async function vitest() {
  const report = join(reports, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  await tool('vitest/vitest.mjs', args).finally(() => add(countVitest(report)))
}

async function endToEnd() {
  const { findBrowser } = await import('./steps/browser.mjs')
  const { startApp } = await import('./steps/app-under-test.mjs')
  const report = join(reports, 'playwright.json')
  const browser = await findBrowser(signal)
  const app = await startApp()
  const env = { E2E_ORIGIN: app.origin, DATABASE_URL: app.databaseUrl, NEXTAUTH_SECRET: app.secret, E2E_REPORT: report }
  try {
    await tool('@playwright/test/cli.js', ['test'], { ...env, PLAYWRIGHT_CHROMIUM_PATH: browser })
  } finally {
    add(countPlaywright(report))
    await app.stop()
  }
}

/** @type {[name: string, work: () => Promise<unknown>][]} */
const QUICK = [
  ['Packages', () => install(signal)],
  ['Database client', () => generateClient(signal)],
  ['Types of the routes', () => tool('next/dist/bin/next', ['typegen'])],
  ['Types', () => tool('typescript/bin/tsc', ['--noEmit', '-p', '.'])],
  ['Lint and format', () => tool('@biomejs/biome/bin/biome', ['check'])],
  ['Import fence', () => tool('eslint/bin/eslint.js', ['.'])],
  ['Unused code', () => tool('knip/bin/knip.js', [])],
  ['Unit, property and database tests', vitest],
]
/** @type {typeof QUICK} */
const SLOW = [
  ['Production build', () => buildApp(signal)],
  ['End-to-end tests', endToEnd],
  ['Security', () => script('scripts/security.mjs', ['--each', '2'])],
  ['Faults', () => script('scripts/faults.mjs', [])],
]

/** @param {typeof QUICK} steps */
async function run(steps) {
  /** @type {string[]} */
  const table = []
  let sound = true
  for (const [name, work] of steps) {
    const began = performance.now()
    console.log(`\n── ${name}`)
    await work().catch((error) => {
      sound = false
      // A step that fails without a failed test, such as the types, counts as one.
      if (counts.failed === 0) counts.failed = 1
      if (!signal.aborted) console.error(describeFailure(error))
    })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    table.push(`  ${sound ? 'ok    ' : 'FAILED'}  ${seconds.padStart(6)} s  ${name}`)
    if (!sound) break
  }
  console.log(`\n${table.join('\n')}\n\n${counts.passed} passed, ${counts.failed} failed`)
  return sound
}

for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, () => stopped.abort())
try {
  checkNodeVersion(process.versions.node)
  process.exitCode = (await run(process.argv.includes('--quick') ? QUICK : [...QUICK, ...SLOW])) ? 0 : 1
} catch (error) {
  console.error(describeFailure(error))
  process.exitCode = 1
} finally {
  rmSync(reports, { recursive: true, force: true })
}
