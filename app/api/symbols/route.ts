import { findUser } from '@/lib/auth/session'
import { suggestSymbols } from '@/lib/flows/suggest-symbols'

const MOST = 8
const LONGEST = 60
const headers = { 'Cache-Control': 'private, no-store' }

/** Suggestions for the symbol field: `?q=` is what has been typed. Signed in only, because a user's own symbols are among them. */
export async function GET(request: Request): Promise<Response> {
  const user = await findUser()
  if (!user) return Response.json({ error: 'signedOut' }, { status: 401, headers })
  const text = (new URL(request.url).searchParams.get('q') ?? '').slice(0, LONGEST)
  return Response.json(await suggestSymbols(user.id, text, MOST), { headers })
}
