import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'

const SECRET_BYTES = 32
const LIFETIME_MS = 24 * 3_600_000

/**
 * The link that makes the first administrator; null when there is one. An older link that nobody used is void from now on.
 * @param {string} databaseUrl @param {string} origin
 */
export async function firstAdministratorLink(databaseUrl, origin) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(`DELETE FROM "OneTimeLink" WHERE "kind" = 'setup' AND "usedAt" IS NULL`)
    const { rowCount } = await client.query('SELECT 1 FROM "User" WHERE "admin" LIMIT 1')
    const secret = rowCount === 0 ? await makeLink(client) : null
    await client.query('COMMIT')
    return secret && new URL(`/join?token=${secret}`, origin).href
  } finally {
    await client.end()
  }
}

/** As lib/db/one-time-links.ts makes them: only the digest of the secret is stored. @param {pg.Client} client */
async function makeLink(client) {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const digest = createHash('sha256').update(secret).digest('hex')
  const now = new Date()
  await client.query(
    `INSERT INTO "OneTimeLink" ("id", "kind", "hash", "createdAt", "expiresAt") VALUES ($1, 'setup', $2, $3, $4)`,
    [randomUUID(), digest, now, new Date(now.getTime() + LIFETIME_MS)],
  )
  return secret
}
