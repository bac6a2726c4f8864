// Everything in the database that belongs to one user, found along the foreign keys, whatever tables there are.
import { createHash } from 'node:crypto'
import pg from 'pg'

interface Link {
  child: string
  column: string
  parent: string
  target: string
}

export type Rows = Map<string, Record<string, unknown>[]>

/** It changes whenever its owner's session is looked at, which nobody else can cause. */
const VOLATILE = ['lastSeenAt', 'lastUsedAt']

const LINKS = `
  SELECT c.relname AS child, a.attname AS column, p.relname AS parent, b.attname AS target
  FROM pg_constraint k
  JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
  WHERE k.contype = 'f' AND array_length(k.conkey, 1) = 1`

async function readLinks(client: pg.Client): Promise<Link[]> {
  return (await client.query<Link>(LINKS)).rows
}

async function below(client: pg.Client, { child, column, target }: Link, parents: Record<string, unknown>[]) {
  const keys = parents.map((row) => String(row[target]))
  const found = await client.query<{ row: Record<string, unknown> }>(
    `SELECT to_jsonb(t) AS row FROM "${child}" t WHERE t."${column}"::text = ANY($1)`,
    [keys],
  )
  return found.rows.map(({ row }) => row)
}

/** All rows of the user, by table. */
export async function rowsOf(databaseUrl: string, userId: string): Promise<Rows> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const links = await readLinks(client)
    const user = await client.query('SELECT to_jsonb(t) AS row FROM "User" t WHERE id = $1::uuid', [userId])
    const found: Rows = new Map([['User', user.rows.map(({ row }) => row)]])
    for (const waiting = ['User']; waiting.length > 0; ) {
      const parent = waiting.shift() ?? ''
      for (const link of links.filter((l) => l.parent === parent && l.child !== parent)) {
        const rows = await below(client, link, found.get(parent) ?? [])
        const known = new Set((found.get(link.child) ?? []).map((row) => JSON.stringify(row)))
        const fresh = rows.filter((row) => !known.has(JSON.stringify(row)))
        if (fresh.length === 0) continue
        found.set(link.child, [...(found.get(link.child) ?? []), ...fresh])
        waiting.push(link.child)
      }
    }
    return found
  } finally {
    await client.end()
  }
}

/** One text for all that a user has; `without` names tables that the user's own visits change. */
export async function digestOf(databaseUrl: string, userId: string, without: string[] = []): Promise<string> {
  const rows = await rowsOf(databaseUrl, userId)
  const lines = [...rows]
    .filter(([table]) => !without.includes(table))
    .flatMap(([table, of]) =>
      of.map((row) => `${table} ${JSON.stringify(row, (key, value) => (VOLATILE.includes(key) ? null : value))}`),
    )
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex')
}
