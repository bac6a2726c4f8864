import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { waysIn } from '@/app/api/auth/[...nextauth]/ways-in'
import { authOptions } from '@/lib/auth/config'
import { isSameOrigin } from '@/lib/auth/same-origin'

/** No sign-in form is longer; a passkey's answer is the longest. */
const FORM_BYTES = 16_384

interface Context {
  params: Promise<{ nextauth: string[] }>
}

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions(waysIn))
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const refused = refusalOf(request.headers)
  if (refused) return new Response(null, { status: refused })
  const answer: Response = await NextAuth(request, context, authOptions(waysIn))
  if (answer.status !== 401) return answer
  const { headers } = answer
  const body = await answer.text()
  if (/[?&]error=Unavailable\b/.test(body)) {
    headers.set('Retry-After', '5')
    return new Response(body, { status: 503, headers })
  }
  // A wrong password is an answer to the form, which reads it from the body; as a 401 it would be an error in every console.
  return new Response(body, { headers })
}

/** Turned away before the body is read: what another site sent, what is not a form, what is too long. */
function refusalOf(headers: Headers): number | null {
  if (!isSameOrigin(headers)) return 403
  if (!headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return 415
  const length = headers.get('content-length')
  if (length === null) return 411
  return Number(length) > FORM_BYTES ? 413 : null
}
