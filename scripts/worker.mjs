// `npm run worker`: the jobs in a process of their own, beside web servers that were started with JOBS=worker.
import { parseArgs } from 'node:util'
import { dataFolderOf, runningUrl, secretOf } from './backup/place.mjs'
import { bundleApp } from './cli/bundle-app.mjs'
import { describeFailure, Failure } from './steps/failure.mjs'
import { readOptions } from './steps/options.mjs'
import { appEnvironment } from './steps/web-server.mjs'

const USAGE = `npm run worker -- [options]     (start the web server with JOBS=worker)
  --data FOLDER  the data folder of the app, .data unless told (or TIDEMARK_DATA)
DATABASE_URL names a Postgres of yours; without it the app on the data folder must be running. NEXTAUTH_SECRET, APP_ORIGIN (or PORT), SMTP_URL and
the other settings are those of the web server.`

function readArguments() {
  try {
    return parseArgs({ options: { data: { type: 'string' }, help: { type: 'boolean', default: false } } }).values
  } catch {
    throw new Failure(USAGE)
  }
}

async function main() {
  const given = readArguments()
  if (given.help) return console.log(USAGE)
  const dataFolder = dataFolderOf(given.data)
  const url = process.env.DATABASE_URL || runningUrl(dataFolder)
  if (!url) throw new Failure(`No app is running on ${dataFolder}: start it first, or set DATABASE_URL.`)
  const secret = secretOf(dataFolder)
  if (!secret) throw new Failure(`There is no secret in ${dataFolder}: set NEXTAUTH_SECRET to the web server's.`)
  Object.assign(process.env, appEnvironment(readOptions([], process.env), url, secret))
  const { startProcess } = await import((await bundleApp('lib/jobs/start-process.ts')).href)
  startProcess()
}

await main().catch((error) => {
  console.error(describeFailure(error))
  process.exit(1)
})
