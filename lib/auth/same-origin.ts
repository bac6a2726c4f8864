import 'server-only'
import { headers } from 'next/headers'
import { isOwnOrigin } from '@/lib/core/origin'
import { env } from '@/lib/env'

/**
 * True when a browser sent this from a page of this site. A missing Origin is a refusal: browsers name it on every request
 * that is not a GET, while the framework's own check lets a request without one through.
 */
export function isSameOrigin(sent: Pick<Headers, 'get'>): boolean {
  return isOwnOrigin(sent.get('origin'), sent.get('host'), env().NEXTAUTH_URL)
}

/** `isSameOrigin` for the request that is being answered. */
export async function sentFromThisSite(): Promise<boolean> {
  return isSameOrigin(await headers())
}
