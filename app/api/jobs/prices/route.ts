import { z } from 'zod'
import { readJson } from '@/app/api/read-json'
import { takeAttempt } from '@/lib/auth/limits'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { findUser } from '@/lib/auth/session'
import { findPortfolio } from '@/lib/db/portfolios'
import { readPriceProgress } from '@/lib/flows/price-progress'
import { startPriceRefresh } from '@/lib/flows/price-schedule'

export const dynamic = 'force-dynamic'

const headers = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }
const LONGEST_BODY = 200
const given = z.strictObject({ portfolioId: z.uuid() })

const failure = (status: number, error: string): Response => Response.json({ error }, { status, headers })

/** How far the refresh of the prices of one of the user's portfolios is. */
export async function GET(request: Request): Promise<Response> {
  const user = await findUser()
  if (!user) return failure(401, 'signedOut')
  const portfolioId = new URL(request.url).searchParams.get('portfolio') ?? ''
  if (!(await findPortfolio(user.id, portfolioId))) return failure(404, 'notFound')
  return Response.json(await readPriceProgress(user.id, portfolioId, new Date()), { headers })
}

/** Starts a refresh, or goes on with one that was interrupted; `started` is false when one is at work already, or there is nothing to ask. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return failure(403, 'forbidden')
  const user = await findUser()
  if (!user) return failure(401, 'signedOut')
  const body = await readJson(request, LONGEST_BODY, given)
  if (body === 'tooLong') return failure(413, 'tooLong')
  if (!body) return failure(400, 'invalid')
  const { portfolioId } = body
  if (!(await findPortfolio(user.id, portfolioId))) return failure(404, 'notFound')
  if ((await takeAttempt('priceRefresh', user.id)) > 0) return failure(429, 'tooMany')
  const started = await startPriceRefresh(user.id, portfolioId, new Date())
  return Response.json({ started }, { headers })
}
