import 'server-only'
import { headers } from 'next/headers'
import type { SecurityEventKind } from '@/lib/core/security-events'
import { visitorNetwork } from '@/lib/core/visitor-network'
import { addSecurityEvent, type Visitor } from '@/lib/db/security-events'
import { gateEnv } from '@/lib/env'

/** The header that names the connection's other end; set by what is preloaded into the web server, and believed only then. */
const peerHeader = (): string | undefined => (globalThis as { tidemarkPeer?: string }).tidemarkPeer

/** Where the request that is being answered came from. */
export async function presentVisitor(): Promise<Visitor> {
  const sent = await headers()
  const header = peerHeader()
  const address = visitorNetwork({
    peer: (header && sent.get(header)) || '',
    forwardedFor: sent.get('x-forwarded-for'),
    trusted: gateEnv().TRUSTED_PROXY_HOPS,
  })
  return { address, userAgent: sent.get('user-agent') ?? '' }
}

/** Writes what the user just did into the user's log of security events. */
export async function noteEvent(
  userId: string,
  kind: SecurityEventKind,
  detail?: Record<string, string | number>,
): Promise<void> {
  await addSecurityEvent(userId, { kind, at: new Date(), visitor: await presentVisitor(), ...(detail && { detail }) })
}
