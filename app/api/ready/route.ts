import { databaseAnswers } from '@/lib/db/ping'

export const dynamic = 'force-dynamic'

const PATIENCE_MS = 2_000

/** Says whether the app can serve: that is, whether its database answers. */
export async function GET(): Promise<Response> {
  const ready = await databaseAnswers(PATIENCE_MS)
  const status = ready ? 'ok' : 'the database does not answer'
  return Response.json({ status }, { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
