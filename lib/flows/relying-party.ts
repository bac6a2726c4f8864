import 'server-only'
import { env } from '@/lib/env'

/** Whom a passkey is for (WebAuthn 2, 5.1.2): a name that its browser finds in the page's address, and that address. */
export interface RelyingParty {
  id: string
  origin: string
}

const LOOPBACK = /^(127(\.\d+){3}|\[::1\])$/
const ADDRESS = /^(\d+(\.\d+){3}|\[.*\])$/

/**
 * The installation as browsers know it, from its configured address; null where passkeys are impossible: at a bare number, or without
 * https anywhere but on this machine. The machine's own number counts as `localhost`.
 */
export function relyingParty(address: string = env().NEXTAUTH_URL): RelyingParty | null {
  const url = new URL(address)
  const local = LOOPBACK.test(url.hostname) || url.hostname === 'localhost'
  if (!local && (url.protocol !== 'https:' || ADDRESS.test(url.hostname))) return null
  if (local) url.hostname = 'localhost'
  return { id: url.hostname, origin: url.origin }
}
