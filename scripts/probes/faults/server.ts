// A Postgres of the probes alone, that can be restarted, killed and filled.
import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '@/scripts/steps/free-port.mjs'
import { postgresUser } from '@/scripts/steps/postgres.mjs'

/** Few enough to be taken up by a probe, more than two apps use. */
export const MOST_CONNECTIONS = 50

export interface Server {
  /** Makes a database and gives its address. */
  database: (name: string) => Promise<string>
  /** `fast` ends what runs, `immediate` is a crash. Answers when it takes connections again. */
  restart: (mode: 'fast' | 'immediate') => void
  stop: () => void
}

/** @param programs the folder of initdb, postgres and pg_ctl */
export async function startServer(programs: string): Promise<Server> {
  const user = postgresUser()
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-postgres-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const port = await freePort()
  // No output is waited for: the server keeps what it inherits, and would hold the pipe open.
  const run = (program: string, args: string[]) =>
    execFileSync(join(programs, program), args, {
      ...user,
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'])
  const settings = [
    `port = ${port}`,
    `listen_addresses = '127.0.0.1'`,
    `unix_socket_directories = ''`,
    `max_connections = ${MOST_CONNECTIONS}`,
    `superuser_reserved_connections = 3`,
    `log_min_messages = fatal`,
  ]
  appendFileSync(join(data, 'postgresql.conf'), `\n${settings.join('\n')}\n`)
  const log = join(folder, 'log')
  run('pg_ctl', ['-D', data, '-l', log, '-w', 'start'])
  const addressOf = (name: string, role = 'postgres') => `postgresql://${role}@127.0.0.1:${port}/${name}`
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: addressOf('postgres') })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await admin('CREATE ROLE tidemark LOGIN')
  return {
    database: async (name) => {
      await admin(`CREATE DATABASE ${name} OWNER tidemark`)
      return addressOf(name, 'tidemark')
    },
    restart: (mode) => run('pg_ctl', ['-D', data, '-l', log, '-w', '-m', mode, 'restart']),
    stop: () => {
      spawnSync(join(programs, 'pg_ctl'), ['-D', data, '-w', '-m', 'immediate', 'stop'], {
        ...user,
        cwd: folder,
        stdio: 'ignore',
      })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
