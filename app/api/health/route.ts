export const dynamic = 'force-dynamic'

/** Says that the process lives. It asks nothing of the database: restarting the app would not mend that one. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })
}
