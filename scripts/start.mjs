// `npm start` and `npm run dev`: from a bare checkout to a served app, step by step, and cleanly down again.
// Only Node's own modules until the packages are installed; whatever needs a package is imported after that.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from './folder-lock.mjs'
import { buildApp } from './steps/build.mjs'
import { describeFailure, Failure } from './steps/failure.mjs'
import { generateClient } from './steps/generate.mjs'
import { install } from './steps/install.mjs'
import { checkNodeVersion } from './steps/node-version.mjs'
import { readOptions, USAGE } from './steps/options.mjs'
import { checkPort } from './steps/port.mjs'
import { root } from './steps/root.mjs'
import { readSecret } from './steps/secret.mjs'
import { step } from './steps/step.mjs'
import { stopProcess } from './steps/stop-process.mjs'
import { appEnvironment, startWebServer } from './steps/web-server.mjs'

const PATIENCE_MS = 10_000
const LEAVING = new AbortController()

/** What was started, in order; it is stopped from the end. @type {import('node:child_process').ChildProcess[]} */
const running = []
/** @type {() => void} */
let releaseFolder = () => {}

/** @param {number} code */
async function leave(code) {
  if (LEAVING.signal.aborted) return
  LEAVING.abort()
  for (const child of running.reverse()) await stopProcess(child, PATIENCE_MS)
  releaseFolder()
  process.exit(code)
}

/** Once one part is gone the rest is of no use. @param {string} name @param {import('node:child_process').ChildProcess} child */
function watch(name, child) {
  child.once('exit', (code, signal) => {
    if (LEAVING.signal.aborted) return
    console.error(
      `\nThe ${name} has ended (${signal ?? `exit code ${code}`}), so everything else is stopped too. Start again with npm start.`,
    )
    void leave(1)
  })
}

/** @param {import('./steps/options.mjs').Options} options */
async function openDatabase({ databaseUrl, dataFolder }) {
  if (databaseUrl !== null) return databaseUrl
  const { startDatabase } = await import('./database-process.mjs')
  const database = await startDatabase(dataFolder).catch((error) => {
    throw new Failure(error.message)
  })
  running.push(database.process)
  watch('database', database.process)
  return database.url
}

/** @param {string} url */
async function migrateDatabase(url) {
  const { migrate } = await import('./migrate.mjs')
  const done = await migrate(url).catch((error) => {
    throw new Failure(error.message)
  })
  return done.length === 0 ? 'up to date' : `applied ${done.join(', ')}`
}

/** @param {string} url @param {string} origin */
async function administratorLink(url, origin) {
  const { firstAdministratorLink } = await import('./steps/first-administrator.mjs')
  return firstAdministratorLink(url, origin).catch((error) => {
    // The app serves without one, and the next start makes another.
    console.error(`No link for an administrator could be made: ${error.message}`)
    return null
  })
}

/** @param {import('./steps/options.mjs').Options} options */
async function start(options) {
  // The folder first: of an app that is running already, its process is the better news than its port.
  releaseFolder = await lockFolder(options.dataFolder, 'start')
  await checkPort(options.port, options.host)
  const { signal } = LEAVING
  if (options.prepare) {
    await step('Packages', () => install(signal))
    await step('Database client', () => generateClient(signal))
  }
  let url = ''
  await step(options.databaseUrl ? 'Database (DATABASE_URL)' : 'Database (embedded)', async () => {
    url = await openDatabase(options)
    return options.databaseUrl ? 'given' : 'started'
  })
  await step('Migrations', () => migrateDatabase(url))
  if (options.prepare && !options.development) await step('Build', () => buildApp(signal))
  const env = appEnvironment(options, url, readSecret(options.dataFolder))
  await step('Web server', async () => {
    const server = startWebServer(options, env)
    running.push(server.process)
    await server.ready
    // Not watched before: until it listens, its own failure says more.
    watch('web server', server.process)
    return 'listening'
  })
  const setup = await administratorLink(url, options.origin)
  process.send?.({ databaseUrl: url })
  console.log(`\nTidemark is ready at ${options.origin}  (Ctrl-C stops it; the data is in ${options.dataFolder})`)
  console.log(setup ? `No administrator yet: open ${setup} once, within 24 hours.\n` : '')
}

async function main() {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  const options = readOptions(process.argv.slice(2), process.env)
  if (options.help) return console.log(USAGE)
  await start(options)
}

let signals = 0
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    signals += 1
    if (signals > 1) for (const child of running) child.kill('SIGKILL')
    else console.log('\nStopping …')
    void leave(signal === 'SIGTERM' ? 0 : 130)
  })
}

// The tests start the app as a child, and may be killed themselves.
process.on('disconnect', () => void leave(0))

// npm passes a SIGTERM on to the shell between us, which dies of it and tells nobody.
const parent = process.ppid
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && void leave(0), 500).unref()

try {
  checkNodeVersion(process.versions.node)
  await main()
} catch (error) {
  if (!LEAVING.signal.aborted) console.error(`\n${describeFailure(error)}`)
  await leave(1)
}
