import { after } from 'next/server'
import { z } from 'zod'
import { readBody } from '@/app/api/v1/plan/read-body'
import { RateLimit } from '@/lib/auth/rate-limit'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { findUser } from '@/lib/auth/session'
import { findPortfolio } from '@/lib/db/portfolios'
import { readPriceProgress } from '@/lib/flows/price-progress'
import { workPricesInBackground } from '@/lib/flows/price-schedule'
import { claimPriceRefresh } from '@/lib/flows/refresh-prices'

export const dynamic = 'force-dynamic'

const headers = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }
const LONGEST_BODY = 200
const starts = new RateLimit(20, 4)
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
  const body = await readBody(request, LONGEST_BODY)
  if (body === 'tooLong') return failure(413, 'tooLong')
  const parsed = body === 'notText' ? null : given.safeParse(parse(body))
  if (!parsed?.success) return failure(400, 'invalid')
  const { portfolioId } = parsed.data
  if (!(await findPortfolio(user.id, portfolioId))) return failure(404, 'notFound')
  if (starts.take(user.id, performance.now()) > 0) return failure(429, 'tooMany')
  const claim = await claimPriceRefresh(user.id, portfolioId, new Date())
  if (claim) after(() => workPricesInBackground(claim))
  return Response.json({ started: claim !== null }, { headers })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
