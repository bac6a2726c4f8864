import 'server-only'
import { hkdfSync } from 'node:crypto'
import { env } from '@/lib/env'

const SECRET_BYTES = 32

/**
 * The secret that a create answers, 256 bits in base64url, made (RFC 5869) of the installation's secret and the key that the browser sent with
 * it: sent twice, a create has the same secret and makes one row, and nobody who lacks the installation's secret can tell it from the key.
 */
export const secretOfKey = (userId: string, key: string, purpose: string): string =>
  Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, `${userId} ${key}`, purpose, SECRET_BYTES)).toString(
    'base64url',
  )
