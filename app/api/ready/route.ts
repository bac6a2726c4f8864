import { databaseIsReady } from '@/lib/db/ping'

export const dynamic = 'force-dynamic'

const PATIENCE_MS = 2_000

/** Set by scripts/steps/drain.mjs when this process was told to end: it finishes what it has and wants no more. */
const isDraining = (): boolean => (globalThis as { tidemarkDraining?: boolean }).tidemarkDraining === true

/** Says whether requests should be sent here: the database answers, it has this code's tables, and this process is not about to end. */
export async function GET(): Promise<Response> {
  const ready = !isDraining() && (await databaseIsReady(PATIENCE_MS))
  const status = ready ? 'ok' : 'not ready'
  return Response.json({ status }, { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
