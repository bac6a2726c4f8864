import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { pdfWords } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/pdf-words'
import { planFiles } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/plan-files'
import { type ExportFormat, isExportFormat } from '@/app/(dashboard)/[portfolioId]/plans/export-path'
import { findUser } from '@/lib/auth/session'
import { type OpenPlan, openPlan } from '@/lib/flows/open-plan'
import { facesFor } from '@/lib/flows/pdf-faces'
import { attachment, planFileName } from '@/lib/formats/attachment'
import { ibBasket } from '@/lib/formats/orders-ib'
import { PAPERS } from '@/lib/formats/pdf/make-pdf'
import { planPdf, textsOf } from '@/lib/formats/pdf/plan-pdf'
import { xlsx } from '@/lib/formats/xlsx'

const PRIVATE = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }
const CSV = 'text/csv; charset=utf-8; header=present'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface Download {
  type: string
  body: string | Uint8Array<ArrayBuffer>
  extension: string
  /** Stands in the file's name before the plan's. */
  mark?: string
}

/** Null where the plan has no such file: an account that is not its, or one without a trade that the file can carry. */
type Make = (plan: OpenPlan, query: URLSearchParams) => Promise<Download | null>

const MAKE: Partial<Record<ExportFormat, Make>> = {
  csv: async (plan) => ({ type: CSV, body: (await filesOf(plan)).csv(), extension: 'csv' }),
  json: async (plan) => ({
    type: 'application/json; charset=utf-8',
    body: (await filesOf(plan)).json(),
    extension: 'json',
  }),
  xlsx: async (plan) => ({
    type: XLSX,
    body: new Uint8Array(await xlsx((await filesOf(plan)).sheets(), plan.createdAt)),
    extension: 'xlsx',
  }),
  ics: async (plan) => ({ type: 'text/calendar; charset=utf-8', body: (await filesOf(plan)).ics(), extension: 'ics' }),
  pdf: async (plan, query) => ({ type: 'application/pdf', body: await pdfOf(plan, query), extension: 'pdf' }),
  ib: async (plan, query) => ordersOf(plan, query, 'ib', (id) => id && ibBasket(plan.document, id).csv),
  orders: async (plan, query) => {
    const files = await filesOf(plan)
    return ordersOf(plan, query, 'orders', (id) => files.orders(id))
  },
}

/**
 * A saved plan as a file: `?format=` and, for order files, `&account=`. Only what its owner asks for while signed in, kept by nobody on
 * the way.
 */
export async function GET(request: Request, { params }: { params: Promise<{ planId: string }> }): Promise<Response> {
  const user = await findUser()
  if (!user) return failure(401, 'signedOut')
  const plan = await openPlan(user.id, (await params).planId)
  if (!plan) return failure(404, 'notFound')
  const query = new URL(request.url).searchParams
  const format = query.get('format')
  const make = isExportFormat(format) ? MAKE[format] : undefined
  if (!make) return failure(400, 'unknownFormat')
  const file = await make(plan, query)
  if (!file) return failure(404, 'notFound')
  const name = planFileName(plan.document.policy.asOf, [file.mark, plan.name].filter(Boolean).join('-'), file.extension)
  const headers = { ...PRIVATE, 'Content-Type': file.type, 'Content-Disposition': attachment(name) }
  return new Response(file.body, { headers })
}

const failure = (status: number, error: string): Response => Response.json({ error }, { status, headers: PRIVATE })

const filesOf = async (plan: OpenPlan) => planFiles(plan, await getTranslations(), await getLocale())

async function pdfOf(plan: OpenPlan, query: URLSearchParams): Promise<Uint8Array<ArrayBuffer>> {
  const made = new Date()
  const reader = { t: await getTranslations(), locale: await getLocale(), timeZone: await getTimeZone(), made }
  const words = pdfWords(plan, reader)
  const { staged } = await filesOf(plan)
  const paper = PAPERS.find((name) => name === query.get('paper')) ?? 'a4'
  const faces = await facesFor(textsOf(plan.document, words))
  return new Uint8Array(await planPdf(plan.document, staged, words, { faces, paper, made }))
}

/** Orders of the account that the address names, or of all where it names none. */
function ordersOf(
  { document }: OpenPlan,
  query: URLSearchParams,
  mark: string,
  make: (accountId: string | null) => string | null,
): Download | null {
  const id = query.get('account')
  const account = document.snapshot.accounts.find((a) => a.id === id)
  if (id !== null && !account) return null
  const body = make(id)
  return body ? { type: CSV, body, extension: 'csv', mark: account ? `${mark}-${account.name}` : mark } : null
}
