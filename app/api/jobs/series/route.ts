import { findUser } from '@/lib/auth/session'
import { readRefreshProgress } from '@/lib/flows/refresh-progress'

export const dynamic = 'force-dynamic'

const headers = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }

/** How far the signed-in user's refresh of the series is. */
export async function GET(): Promise<Response> {
  const user = await findUser()
  if (!user) return Response.json({ error: 'signedOut' }, { status: 401, headers })
  return Response.json(await readRefreshProgress(user.id, new Date()), { headers })
}
