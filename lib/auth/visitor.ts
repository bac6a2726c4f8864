import 'server-only'
import { headers } from 'next/headers'
import type { SecurityEventKind } from '@/lib/core/security-events'
import { addSecurityEvent, type Visitor } from '@/lib/db/security-events'

/** Where the request that is being answered came from. */
export async function presentVisitor(): Promise<Visitor> {
  const sent = await headers()
  return { address: '', userAgent: sent.get('user-agent') ?? '' }
}

/** Writes what the user just did into the user's log of security events. */
export async function noteEvent(
  userId: string,
  kind: SecurityEventKind,
  detail?: Record<string, string | number>,
): Promise<void> {
  await addSecurityEvent(userId, { kind, at: new Date(), visitor: await presentVisitor(), ...(detail && { detail }) })
}
