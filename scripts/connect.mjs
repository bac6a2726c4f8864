// A connection to a database that may be still on its way up, as in `docker compose up`.
import pg from 'pg'

const PATIENCE_MS = 30_000
const PAUSE_MS = 500

/** What no waiting mends, by Postgres' own error codes. */
const FINAL = new Map([
  ['28P01', 'it refused the password'],
  ['28000', 'it refused the user'],
  ['3D000', 'it has no database of that name: create it first'],
])

/**
 * Where a connection string leads, without its password.
 * @param {string} url
 */
function placeOf(url) {
  try {
    const { hostname, port, pathname, searchParams } = new URL(url)
    return `${searchParams.get('host') ?? hostname}:${port || 5432}${pathname}`
  } catch {
    throw new Error('DATABASE_URL is not an address such as postgresql://user:password@host:5432/name.')
  }
}

/**
 * Connects, and tries again for half a minute while the server is not up yet. Throws one sentence that helps.
 * @param {string} url @param {number} patience in milliseconds
 */
export async function connectWhenReady(url, patience = PATIENCE_MS) {
  const place = placeOf(url)
  const deadline = Date.now() + patience
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    client.on('error', () => {}) // a server that goes away later shows in the next query
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => {})
      const { code, message } = /** @type {Error & { code?: string }} */ (error)
      const final = FINAL.get(code ?? '')
      if (final) throw new Error(`The database at ${place} answers, but ${final}.`)
      if (Date.now() >= deadline)
        throw new Error(
          `The database at ${place} cannot be reached (${message || code}). Is it running, and is DATABASE_URL right?`,
        )
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}
