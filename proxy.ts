import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { OUTAGE_CSP, pageCsp } from '@/lib/core/csp'
import { isOwnOrigin } from '@/lib/core/origin'
import { databaseIsDown } from '@/lib/db/gate'
import { env } from '@/lib/env'
import { isActionForm, isActionText } from '@/lib/formats/action-body'
import { outagePage } from '@/lib/formats/outage-page'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { isLocale, preferredLocale } from '@/lib/i18n/locale'

const RETRY_SECONDS = 5
/** No action's text is longer; files go to routes of their own. Most of what is longer does not come this far. */
const LONGEST_ACTION = 1_048_576
const READING = ['GET', 'HEAD', 'OPTIONS']
/** They answer without the database, or say themselves that it is down. */
const WITHOUT_DATABASE = ['/api/health', '/api/ready', '/api/v1/schema']

/**
 * What every request passes before a page or a route: a look at where it comes from and at its form, and 503 while the database does not
 * answer. A page's scripts leave with a nonce of their own; what all answers say is in scripts/steps/strict-headers.mjs. It decides nothing about who
 * may see what: pages, actions and routes do, each for itself.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  return (await turnedAway(request)) ?? passOn(request)
}

/**
 * Not what takes files: a body that passes here is copied, and cut at ten megabytes. Not what the build made: it is the same for everybody.
 */
export const config = {
  matcher: '/((?!_next/static/|api/archive$|api/positions-files$|api/plan-file$|api/series-files$|icon.svg$).*)',
}

/** The nonce travels to the renderer in the request's own policy; the page's policy names it too. */
function passOn(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers)
  // Addresses are built from the configured one, whatever host a request claims to have asked.
  const site = new URL(siteOf(request))
  headers.set('x-forwarded-host', site.host)
  headers.set('x-forwarded-proto', site.protocol.slice(0, -1))
  if (!isPage(request)) return NextResponse.next({ request: { headers } })
  const policy = pageCsp(randomBytes(16).toString('base64'), formTargets(), process.env.NODE_ENV === 'development')
  headers.set('Content-Security-Policy', policy)
  const answer = NextResponse.next({ request: { headers } })
  answer.headers.set('Content-Security-Policy', policy)
  return answer
}

const isPage = ({ nextUrl }: NextRequest): boolean => !nextUrl.pathname.startsWith('/api/')

/** The configured address, or the other name of this machine under which a browser opened it. */
function siteOf({ headers }: NextRequest): string {
  const origin = headers.get('origin')
  const own = env().NEXTAUTH_URL
  return origin !== null && isOwnOrigin(origin, headers.get('host'), own) ? origin : own
}

/** A form that signs in by the provider is answered by a redirect to it, which the policy of the form's page must allow. */
function formTargets(): string[] {
  const issuer = process.env.OIDC_ISSUER ?? ''
  return URL.canParse(issuer) ? [new URL(issuer).origin] : []
}

async function turnedAway(request: NextRequest): Promise<NextResponse | null> {
  const path = request.nextUrl.pathname
  if (!READING.includes(request.method) && path !== '/api/v1/plan') {
    const { headers } = request
    if (!isOwnOrigin(headers.get('origin'), headers.get('host'), env().NEXTAUTH_URL)) return refusal(403, 'forbidden')
  }
  if (isPage(request) && !READING.includes(request.method)) {
    const fault = await actionFault(request)
    if (fault) return refusal(fault, 'invalid')
  }
  if (WITHOUT_DATABASE.includes(path)) return null
  return (await databaseIsDown(Date.now())) ? outage(request) : null
}

/** What is wrong with a request to a page that is no reading of it, as a status: the framework would fail on it with 500. */
async function actionFault(request: NextRequest): Promise<number | null> {
  const { headers, method } = request
  if (method !== 'POST') return 405
  const type = headers.get('content-type') ?? ''
  const action = headers.get('next-action')
  if (action !== null && !/^[\da-f]{40,64}$/.test(action)) return 404
  if (/^multipart\/form-data\s*;/i.test(type)) return (await isForm(request)) ? null : 400
  if (action === null || !/^text\/plain\b/i.test(type)) return 415
  const text = await request.text()
  if (text.length > LONGEST_ACTION) return 413
  return isActionText(text) ? null : 400
}

async function isForm(request: NextRequest): Promise<boolean> {
  try {
    return isActionForm([...(await request.formData()).entries()])
  } catch {
    return false
  }
}

const REFUSED = { 'Cache-Control': 'private, no-store' }

const refusal = (status: number, error: string): NextResponse =>
  NextResponse.json({ error }, { status, headers: REFUSED })

/** A page where a page was asked for, JSON otherwise; both say when to come again. */
function outage(request: NextRequest): NextResponse {
  const headers = { ...REFUSED, 'Retry-After': String(RETRY_SECONDS) }
  if (!isPage(request) || request.method !== 'GET' || request.headers.has('rsc')) {
    return NextResponse.json({ error: 'busy' }, { status: 503, headers })
  }
  const chosen = request.cookies.get('locale')?.value
  const locale = isLocale(chosen) ? chosen : preferredLocale(request.headers.get('accept-language'))
  const page = outagePage({ locale, ...CATALOGUES[locale].outage }, RETRY_SECONDS)
  const kind = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': OUTAGE_CSP }
  return new NextResponse(page, { status: 503, headers: { ...headers, ...kind } })
}
