import { getLocale, getTranslations } from 'next-intl/server'
import { reasonSentence } from '@/app/(dashboard)/[portfolioId]/plans/report/reason-sentence'
import { findUser } from '@/lib/auth/session'
import { type OpenPlan, openPlan } from '@/lib/flows/open-plan'
import { attachment, planFileName } from '@/lib/formats/attachment'
import { planCsv } from '@/lib/formats/plan-csv'
import { planJson } from '@/lib/formats/plan-json'

const PRIVATE = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }

type Answer = { type: string; body: string }

/** A saved plan as a file: `?format=csv`, its trades as a table, or `?format=json`, all of it. */
export async function GET(request: Request, { params }: { params: Promise<{ planId: string }> }): Promise<Response> {
  const user = await findUser()
  if (!user) return failure(401, 'signedOut')
  const plan = await openPlan(user.id, (await params).planId)
  if (!plan) return failure(404, 'notFound')
  const format = new URL(request.url).searchParams.get('format')
  if (format !== 'csv' && format !== 'json') return failure(400, 'unknownFormat')
  const { type, body } = format === 'csv' ? await asCsv(plan) : asJson(plan)
  const name = planFileName(plan.document.policy.asOf, plan.name, format)
  return new Response(body, { headers: { ...PRIVATE, 'Content-Type': type, 'Content-Disposition': attachment(name) } })
}

const failure = (status: number, error: string): Response => Response.json({ error }, { status, headers: PRIVATE })

async function asCsv({ document }: OpenPlan): Promise<Answer> {
  const [t, locale] = [await getTranslations(), await getLocale()]
  const body = planCsv(document, (trade) => reasonSentence(t, locale, trade.reason))
  return { type: 'text/csv; charset=utf-8; header=present', body }
}

function asJson({ name, createdAt, approvedAt, document }: OpenPlan): Answer {
  const times = { savedAt: createdAt.toISOString(), approvedAt: approvedAt?.toISOString() ?? null }
  return { type: 'application/json; charset=utf-8', body: planJson({ name, ...times, document }) }
}
