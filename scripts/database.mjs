// The embedded Postgres: PGlite behind a socket, in a process of its own so that a busy query never stalls the pages.
// Run it:  node scripts/database.mjs [--data DIR]     (without a folder the database lives in memory)
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { lockFolder } from './folder-lock.mjs'
import { wholeBatches } from './whole-batches.mjs'

// Without a limit of its own the server drops the second connection.
const MAX_CONNECTIONS = 60
const SOCKET = '.s.PGSQL.5432'
// The kernel keeps little more than a hundred bytes for a socket's path.
const LONGEST_SOCKET_PATH = 100
const CLOSING_PATIENCE_MS = 10_000

/**
 * Where the database listens: a socket that only this user can open, else the loopback interface.
 * @param {string} folder
 */
function placeOf(folder) {
  const path = join(folder, SOCKET)
  if (process.platform === 'win32' || Buffer.byteLength(path) > LONGEST_SOCKET_PATH)
    return { host: '127.0.0.1', port: 0 }
  rmSync(path, { force: true }) // a killed process leaves its socket; the lock says that nobody listens on it
  return { path }
}

/** @param {PGLiteSocketServer} server @param {string} folder */
function urlOf(server, folder) {
  const place = server.getServerConn()
  const at = place.startsWith(folder)
    ? `localhost:5432/postgres?host=${encodeURIComponent(folder)}`
    : `${place}/postgres`
  return `postgresql://postgres@${at}`
}

/** In the data folder: how another program of the same user reaches the database while it is open. */
export const URL_FILE = 'database.url'

/** @param {string} folder @param {string} url */
function noteUrl(folder, url) {
  const path = join(folder, URL_FILE)
  writeFileSync(`${path}.new`, `${url}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** @param {string | null} folder */
function openPglite(folder) {
  if (folder === null) return PGlite.create('memory://')
  const files = join(folder, 'postgres')
  mkdirSync(files, { recursive: true, mode: 0o700 })
  // PGlite would start with -F: what is acknowledged must outlive a power cut too, so that one is left out.
  return PGlite.create({ dataDir: files, startParams: PGlite.defaultStartParams.filter((param) => param !== '-F') })
}

/**
 * Opens the database in a data folder, or in memory when there is none, and listens.
 * @param {string | null} dataFolder
 */
export async function openDatabase(dataFolder) {
  const folder = dataFolder === null ? mkdtempSync(join(tmpdir(), 'tidemark-')) : resolve(dataFolder)
  const release = await lockFolder(folder, 'database', CLOSING_PATIENCE_MS)
  chmodSync(folder, 0o700)
  const pglite = await openPglite(dataFolder === null ? null : folder)
  const server = new PGLiteSocketServer({
    db: wholeBatches(pglite),
    maxConnections: MAX_CONNECTIONS,
    ...placeOf(folder),
  })
  await server.start()
  const url = urlOf(server, folder)
  noteUrl(folder, url)
  const close = async () => {
    rmSync(join(folder, URL_FILE), { force: true })
    await server.stop()
    await pglite.close()
    release()
    if (dataFolder === null) rmSync(folder, { recursive: true, force: true })
  }
  return { url, close }
}

/** Serves until it is told to stop or the process that started it is gone. */
async function main() {
  const at = process.argv.indexOf('--data')
  const database = await openDatabase(at < 0 ? null : (process.argv[at + 1] ?? null))
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await database.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop)
  process.on('disconnect', stop)
  if (process.send) process.send({ url: database.url })
  else console.log(database.url)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    if (process.send) process.send({ error: error.message }, () => process.exit(1))
    else {
      console.error(error.message)
      process.exit(1)
    }
  })
}
