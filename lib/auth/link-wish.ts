import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { cookieName, cookieOptions } from '@/lib/auth/cookie'
import type { SessionUser } from '@/lib/auth/session'
import { env } from '@/lib/env'

const PATIENCE_S = 600

const cookie = () => cookieName('link')
/** A salt of its own: nothing else that is sealed under the secret can be taken for a wish. */
const key = () => ({ secret: env().NEXTAUTH_SECRET, salt: 'tidemark: link the provider' })

/** Remembers for some minutes that this session wants the provider's next answer to be linked to its user. */
export async function wishToLink({ sessionId }: SessionUser): Promise<void> {
  const jar = await cookies()
  const value = await encode({ ...key(), token: { sid: sessionId }, maxAge: PATIENCE_S })
  jar.set(cookie(), value, { ...cookieOptions(), maxAge: PATIENCE_S })
}

/** Whether this session wished it; a wish is good for one answer. */
export async function takeLinkWish({ sessionId }: SessionUser): Promise<boolean> {
  const jar = await cookies()
  const token = jar.get(cookie())?.value
  if (!token) return false
  jar.set(cookie(), '', { ...cookieOptions(), maxAge: 0 })
  const claims = await decode({ ...key(), token }).catch(() => null)
  return claims?.sid === sessionId
}
