import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { getLocale } from 'next-intl/server'
import { asOf } from '@/lib/auth/clock'
import { authOptions } from '@/lib/auth/config'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { createDemoUser } from '@/lib/flows/create-demo'
import { logIn } from '@/lib/flows/log-in'

/** No sign-in form is longer. */
const FORM_BYTES = 16_384

interface Context {
  params: Promise<{ nextauth: string[] }>
}

const waysIn = {
  byPassword: logIn,
  asDemo: async () => (await createDemoUser({ locale: await getLocale(), asOf: await asOf() })).userId,
}

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions(waysIn))
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const refused = refusalOf(request.headers)
  if (refused) return new Response(null, { status: refused })
  const answer: Response = await NextAuth(request, context, authOptions(waysIn))
  // A wrong password is an answer to the form, which reads it from the body; as a 401 it would be an error in every console.
  return answer.status === 401 ? new Response(answer.body, { headers: answer.headers }) : answer
}

/** Turned away before the body is read: what another site sent, what is not a form, what is too long. */
function refusalOf(headers: Headers): number | null {
  if (!isSameOrigin(headers)) return 403
  if (!headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return 415
  const length = headers.get('content-length')
  if (length === null) return 411
  return Number(length) > FORM_BYTES ? 413 : null
}
