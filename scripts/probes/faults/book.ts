// A user with a portfolio, written straight into the database, and what the probes read there: without the app's own code between.
import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { builtInModel } from '@/lib/core/models'
import { DEFAULT_BANDS } from '@/lib/core/targets'
import { SECRET } from '@/scripts/probes/faults/instance'

/** Runs one statement on a connection of its own. */
export async function query<R extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<R[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<R>(sql, values)).rows
  } finally {
    await client.end()
  }
}

export interface Owner {
  userId: string
  portfolioId: string
  accountId: string
  /** VUG, with its lots. */
  holdingId: string
  lotIds: string[]
  cookie: string
}

const LOTS = 8
const POSITIONS: [symbol: string, quantity: number, price: number][] = [
  ['VUG', LOTS, 400],
  ['MSFT', 150, 500],
  ['JNJ', 10, 180],
  ['TLT', 10, 90],
  ['GLD', 10, 300],
]

/** Everything that one signed-in visitor needs, in one statement. */
export async function newOwner(url: string): Promise<Owner> {
  const [userId, portfolioId, accountId, sid] = Array.from({ length: 4 }, () => randomUUID())
  const holdings = POSITIONS.map(([symbol, quantity, price], position) => ({
    id: randomUUID(),
    symbol,
    quantity,
    price,
    position,
  }))
  const holdingId = holdings[0]?.id ?? ''
  const lotIds = Array.from({ length: LOTS }, () => randomUUID())
  const target = { weights: builtInModel('balanced', 'postQt'), bands: DEFAULT_BANDS }
  await query(
    url,
    `WITH u AS (INSERT INTO "User" (id, email) VALUES ($1::uuid, $1::uuid::text || '@example.test')),
      s AS (INSERT INTO "Session" (id, "userId", "expiresAt", "confirmedAt") VALUES ($4::uuid, $1::uuid, now() + interval '1 day', now())),
      p AS (INSERT INTO "Portfolio" (id, "userId", name, "updatedAt") VALUES ($2::uuid, $1::uuid, 'Probe', now())),
      a AS (INSERT INTO "Account" (id, "portfolioId", name, tax, "cashCents", "reserveCents")
        VALUES ($3::uuid, $2::uuid, 'Brokerage', 'taxable', 500000, 100000)),
      h AS (INSERT INTO "Holding" (id, "accountId", symbol, quantity, price, "pricedOn", "priceSource", position)
        SELECT (r->>'id')::uuid, $3::uuid, r->>'symbol', (r->>'quantity')::numeric, (r->>'price')::numeric, current_date - 1, 'manual',
          (r->>'position')::int FROM json_array_elements($5::json) r),
      l AS (INSERT INTO "Lot" (id, "holdingId", quantity, "unitCost", "acquiredOn")
        SELECT id, $7::uuid, 1, 100, '2020-01-02' FROM unnest($6::uuid[]) id)
    INSERT INTO "Adoption" (id, "portfolioId", origin, weights, bands, destination)
      VALUES (gen_random_uuid(), $2::uuid, $8::json, $9::json, $10::json, 'target')`,
    [
      ...[userId, portfolioId, accountId, sid, JSON.stringify(holdings), lotIds, holdingId],
      JSON.stringify({ kind: 'builtIn', risk: 'balanced', state: 'postQt' }),
      ...[JSON.stringify(target.weights), JSON.stringify(target.bands)],
    ],
  )
  const token = await encode({ token: { sid }, secret: SECRET })
  const cookie = `tidemark.session=${token}; tz=UTC`
  return { userId: userId ?? '', portfolioId: portfolioId ?? '', accountId: accountId ?? '', holdingId, lotIds, cookie }
}
