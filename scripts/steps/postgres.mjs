// A real Postgres for the tests of faults: the one that is named, the system's, or one that is installed now.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Failure } from './failure.mjs'
import { runCommand } from './run-command.mjs'

const DEBIAN = '/usr/lib/postgresql'
const EXE = process.platform === 'win32' ? '.exe' : ''

/** A folder with the programs of a server that runs here. @param {string} folder */
function serves(folder) {
  const programs = ['initdb', 'postgres', 'pg_ctl'].map((name) => join(folder, name + EXE))
  return programs.every(existsSync) && spawnSync(programs[1] ?? '', ['--version'], { timeout: 20_000 }).status === 0
}

/** The newest first. */
function debianFolders() {
  if (!existsSync(DEBIAN)) return []
  const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
  return versions.map((version) => join(DEBIAN, version, 'bin'))
}

const onPath = () => (process.env.PATH ?? '').split(delimiter).filter(Boolean)

/** @param {AbortSignal} [signal] */
async function installByApt(signal) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runCommand('apt-get update', 'apt-get', ['update'], env, signal)
  const args = ['install', '-y', '--no-install-recommends', 'postgresql']
  await runCommand('Installing Postgres by apt-get', 'apt-get', args, env, signal)
}

/**
 * The folder with the programs of a Postgres.
 * @param {AbortSignal} [signal] @returns {Promise<string>}
 */
export async function findPostgres(signal) {
  const named = process.env.TEST_POSTGRES_BIN
  if (named && !serves(named)) throw new Failure(`TEST_POSTGRES_BIN names ${named}, and no Postgres runs from there.`)
  const present = named ?? [...onPath(), ...debianFolders()].find(serves)
  if (present) return present
  const mayInstall = process.getuid?.() === 0 && onPath().some((folder) => existsSync(join(folder, 'apt-get')))
  if (mayInstall) await installByApt(signal).catch(() => {}) // not every system with apt-get has the package
  const found = debianFolders().find(serves)
  if (found) return found
  throw new Failure(
    'There is no Postgres here: install one (on Debian: postgresql), or name its programs by TEST_POSTGRES_BIN.',
  )
}

/**
 * Postgres refuses to run as root. The number of another user and group, for whom it runs then; nothing where this user will do.
 * @returns {{ uid?: number, gid?: number }}
 */
export function postgresUser() {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' })))
      if (uid && gid) return { uid, gid }
    } catch {} // no user of that name
  }
  throw new Failure('Postgres does not run as root, and there is no user "postgres" nor "nobody" to run it as.')
}
