import 'server-only'
import { headers } from 'next/headers'
import { env } from '@/lib/env'

/**
 * True when a browser sent this from a page of this site. A missing Origin is a refusal: browsers name it on every request
 * that is not a GET, while the framework's own check lets a request without one through.
 */
export function isSameOrigin(sent: Pick<Headers, 'get'>): boolean {
  const origin = sent.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === sent.get('host') || host === new URL(env().NEXTAUTH_URL).host
}

/** `isSameOrigin` for the request that is being answered. */
export async function sentFromThisSite(): Promise<boolean> {
  return isSameOrigin(await headers())
}
