// `npm run test:faults`: the built app against crashes, restarts, full disks and impatient fingers, on a real Postgres and on the embedded one.
// `-- --full` makes many more tries; `-- --only=TEXT` runs the probes whose name holds the text.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildApp } from './steps/build.mjs'
import { describeFailure } from './steps/failure.mjs'
import { generateClient } from './steps/generate.mjs'
import { findPostgres } from './steps/postgres.mjs'
import { root } from './steps/root.mjs'
import { step } from './steps/step.mjs'

// An app that runs from the ordinary build folder is not disturbed.
process.env.NEXT_DIST_DIR ??= '.next-test'

/** @param {string} programs the folder of a Postgres @returns {Promise<number>} */
function runProbes(programs) {
  const args = ['--import', 'tsx', join(root, 'scripts/probes/faults.ts'), ...process.argv.slice(2)]
  const env = { ...process.env, TEST_POSTGRES_BIN: programs }
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

try {
  await step('Database client', () => generateClient())
  await step('Build', () => buildApp())
  let programs = ''
  await step('Postgres', async () => {
    programs = await findPostgres()
    return programs
  })
  process.exitCode = await runProbes(programs)
} catch (error) {
  console.error(`\n${describeFailure(error)}`)
  process.exitCode = 1
}
