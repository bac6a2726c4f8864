import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Failure } from './failure.mjs'
import { root } from './root.mjs'

export const USAGE = `npm start -- [options]     (npm run dev -- [options] for development)
  --port N       the port of the web server, 3000 unless told (or PORT)
  --host NAME    the address it listens on, 127.0.0.1 unless told: only this machine
  --data FOLDER  where the database and the secret are kept, .data unless told (or TIDEMARK_DATA)
  --no-build     serve what was installed and built before, as it is
  --help         this text
DATABASE_URL uses a Postgres of yours in place of the embedded one; APP_ORIGIN is the address that visitors see.`

const OPTIONS = /** @type {const} */ ({
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  dev: { type: 'boolean', default: false },
  'no-build': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
})

/** @param {string} text */
function readPort(text) {
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port
  throw new Failure(`"${text}" is not a port: choose a number from 1 to 65535, as in --port 3001.`)
}

/** @param {string | undefined} text */
function readOrigin(text) {
  if (!text) return null
  if (/^https?:\/\/[^/]+\/?$/.test(text)) return text.replace(/\/$/, '')
  throw new Failure(`APP_ORIGIN is "${text}", but should be an address such as https://tidemark.example.`)
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS }).values
  } catch (error) {
    throw new Failure(`${/** @type {Error} */ (error).message.split('.')[0]}.\n${USAGE}`)
  }
}

/**
 * What the command line and the environment ask for.
 * @param {string[]} args @param {NodeJS.ProcessEnv} env
 */
export function readOptions(args, env) {
  const values = parse(args)
  const port = readPort(values.port ?? env.PORT ?? '3000')
  return {
    port,
    host: values.host ?? '127.0.0.1',
    dataFolder: resolve(values.data ?? env.TIDEMARK_DATA ?? join(root, '.data')),
    origin: readOrigin(env.APP_ORIGIN) ?? `http://localhost:${port}`,
    databaseUrl: env.DATABASE_URL || null,
    development: values.dev,
    prepare: !values['no-build'],
    help: values.help,
  }
}

/** @typedef {ReturnType<typeof readOptions>} Options */
