// One migrated database for every test worker: embedded ones, or fresh ones on the server of TEST_DATABASE_URL.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startDatabase } from '../database-process.mjs'
import { migrate } from '../migrate.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    workers: number
    databaseUrls: string[]
  }
}

interface TestDatabase {
  url: string
  stop: () => Promise<void>
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql)
  await client.end()
}

async function openTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) return startDatabase(null)
  const name = `tidemark_test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `CREATE DATABASE "${name}"`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, stop: () => onServer(server, `DROP DATABASE "${name}" WITH (FORCE)`) }
}

/** Runs once before the database tests; what it answers runs after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const databases = await Promise.all(Array.from({ length: project.config.provide.workers ?? 1 }, openTestDatabase))
  await Promise.all(databases.map(({ url }) => migrate(url)))
  project.provide(
    'databaseUrls',
    databases.map(({ url }) => url),
  )
  return async () => {
    await Promise.all(databases.map(({ stop }) => stop()))
  }
}
