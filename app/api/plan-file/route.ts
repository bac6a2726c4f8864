import { z } from 'zod'
import { planName } from '@/app/(dashboard)/[portfolioId]/plans/plan-name'
import { readBody } from '@/app/api/v1/plan/read-body'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { findUser } from '@/lib/auth/session'
import { stopwatch } from '@/lib/flows/preview-plan'
import { savePlanFile } from '@/lib/flows/save-plan-file'
import { verifyPlanFile } from '@/lib/flows/verify-plan-file'

export const dynamic = 'force-dynamic'

const LONGEST_BODY = 5 * 1024 * 1024
const PATIENCE = { clock: stopwatch, milliseconds: 5_000 }
const headers = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }

const saving = z.object({ id: z.uuid(), portfolioId: z.uuid(), name: planName })

/** Checks an exported plan, which is the body; with `?id=&portfolioId=&name=` it stores it when every check passes. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return failure(403, 'forbidden')
  const user = await findUser()
  if (!user) return failure(401, 'signedOut')
  const text = await readBody(request, LONGEST_BODY)
  if (text === 'tooLong') return failure(413, 'tooLong')
  if (text === 'notText') return failure(400, 'notPlan')
  const query = new URL(request.url).searchParams
  if (!query.has('id')) {
    const verified = verifyPlanFile(text, PATIENCE)
    return verified ? Response.json({ checks: verified.checks }, { headers }) : failure(400, 'notPlan')
  }
  const save = saving.safeParse(Object.fromEntries(query))
  if (!save.success) return failure(400, 'invalid')
  const saved = await savePlanFile(user.id, { ...save.data, text }, PATIENCE)
  if (saved.ok) return Response.json(saved.value, { headers })
  if (saved.code === 'notFound') return failure(404, 'notFound')
  return saved.code === 'busy' ? failure(503, 'busy') : failure(422, 'refused')
}

const failure = (status: number, error: string): Response => Response.json({ error }, { status, headers })
