// What a database holds, as its own catalogue tells it: a backup names the tables and columns of its moment, whatever the code says today.

/** @typedef {{ name: string, columns: string[], types: string[], key: string[], parents: string[] }} Table */
/** @typedef {import('pg').ClientBase} Client */

/**
 * Left out of a backup. A restored session, link or challenge would open a door that was closed since; counted attempts mean
 * nothing later. After a restore everybody signs in again, and open invitations are sent anew.
 */
export const LEFT_OUT = ['Challenge', 'OneTimeLink', 'RateLimit', 'Session']
export const MIGRATIONS_TABLE = '_prisma_migrations'

/** @param {string} name */
export const quoted = (name) => `"${name.replaceAll('"', '""')}"`

const COLUMNS = `
  SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname, a.attnum`
const KEYS = `
  SELECT c.relname AS "table", a.attname AS name
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
  JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS u(number, place) ON true
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.number
  WHERE k.contype = 'p' AND c.relnamespace = 'public'::regnamespace ORDER BY c.relname, u.place`
const REFERENCES = `
  SELECT DISTINCT c.relname AS "table", p.relname AS name
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
  WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace`

/** The tables of the database, each after those that it refers to. @param {Client} client @returns {Promise<Table[]>} */
export async function describeTables(client) {
  const columns = await client.query(COLUMNS)
  const keys = await client.query(KEYS)
  const references = await client.query(REFERENCES)
  const names = [...new Set(columns.rows.map((row) => /** @type {string} */ (row.table)))]
  /** @param {{ rows: Record<string, string>[] }} answer @param {string} table @param {string} [what] @returns {string[]} */
  const of = (answer, table, what = 'name') =>
    answer.rows.filter((row) => row.table === table).map((row) => row[what] ?? '')
  const tables = names
    .filter((name) => name !== MIGRATIONS_TABLE)
    .map((name) => ({
      name,
      columns: of(columns, name),
      types: of(columns, name, 'type'),
      key: of(keys, name),
      parents: of(references, name),
    }))
  return parentsFirst(tables)
}

/** @param {Table[]} tables */
function parentsFirst(tables) {
  /** @type {Table[]} */
  const ordered = []
  let waiting = tables
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parents }) => parents.every((name) => ordered.some((table) => table.name === name)))
    if (ready.length === 0) throw new Error(`Tables refer to one another in a ring: ${waiting.map(({ name }) => name)}`)
    ordered.push(...ready)
    waiting = waiting.filter((table) => !ready.includes(table))
  }
  return ordered
}

/** Values as texts that mean the same in any session. @param {Client} client */
export async function settleTexts(client) {
  await client.query(`SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL bytea_output = 'hex'`)
}

/**
 * Reads a table row by row, in the order of its key, each value as text or null. Inside of a transaction.
 * @param {Client} client @param {Pick<Table, 'name' | 'columns'>} asked @param {Table} table as it is in this database
 * @returns {AsyncGenerator<(string | null)[]>}
 */
export async function* rowsOf(client, { columns }, table) {
  const values = columns.map((column) => `${quoted(column)}::text`).join(', ')
  // The order of texts differs from server to server unless it is that of their bytes.
  const order = table.key.map((column) => `${quoted(column)}::text COLLATE "C"`).join(', ')
  const query = `SELECT json_build_array(${values})::text AS line FROM ${quoted(table.name)}${order && ` ORDER BY ${order}`}`
  await client.query(`DECLARE backup_rows NO SCROLL CURSOR FOR ${query}`)
  for (;;) {
    const { rows } = await client.query('FETCH 200 FROM backup_rows')
    for (const { line } of rows) yield JSON.parse(line)
    if (rows.length === 0) break
  }
  await client.query('CLOSE backup_rows')
}
