import { readBody } from '@/app/api/v1/plan/read-body'
import { findTokenUser } from '@/lib/auth/bearer'
import { takeAttempt } from '@/lib/auth/limits'
import { answerPlan, unreadableAnswer } from '@/lib/flows/answer-plan'
import type { PlanAnswer } from '@/lib/formats/plan-answer-schema'
import { countPlan } from '@/lib/metrics'

export const dynamic = 'force-dynamic'

const LONGEST_BODY = 1_048_576
/** The server computes one plan at a time: nobody may hold it for long. */
const LONGEST_DEADLINE = 1_000

/**
 * A plan for the holder of a token: the same request and the same answer as on the command line. 200 with a plan, 422 when the request is invalid or
 * no plan keeps to its limits, 400 when it is not JSON; the answer says which.
 */
export async function POST(request: Request): Promise<Response> {
  const user = await findTokenUser(request.headers, new Date())
  if (!user) return failure(401, 'unauthorized', { 'WWW-Authenticate': 'Bearer realm="tidemark"' })
  const wait = await takeAttempt('api', user.tokenId)
  if (wait > 0) return failure(429, 'tooManyRequests', { 'Retry-After': String(wait) })
  if (!isJson(request.headers.get('content-type'))) {
    return answer(unreadableAnswer('The request', 'its content type is not application/json'), 415)
  }
  const body = await readBody(request, LONGEST_BODY)
  if (body === 'tooLong') return failure(413, 'bodyTooLong')
  if (body === 'notText') return answer(unreadableAnswer('The request', 'its text is not UTF-8'), 400)
  const began = performance.now()
  const answered = answerPlan(body, { clock: () => performance.now(), longestDeadline: LONGEST_DEADLINE })
  countPlan((performance.now() - began) / 1000)
  return answer(answered)
}

const isJson = (type: string | null): boolean => /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type ?? '')

const HEADERS = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }

const failure = (status: number, error: string, more: Record<string, string> = {}): Response =>
  Response.json({ error }, { status, headers: { ...HEADERS, ...more } })

const answer = (body: PlanAnswer, status = statusOf(body)): Response =>
  Response.json(body, { status, headers: HEADERS })

function statusOf({ status, issues }: PlanAnswer): number {
  if (issues.some(({ code }) => code === 'json.invalid')) return 400
  return status === 'invalid' || status === 'infeasible' ? 422 : 200
}
