import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { cookies } from 'next/headers'
import { cookieName, cookieOptions } from '@/lib/auth/cookie'
import { env } from '@/lib/env'

const HALF_A_YEAR_S = 180 * 86_400
const ID_BYTES = 16

const cookie = () => cookieName('device')

const markOf = (email: string, id: string): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(`tidemark: device\0${email}\0${id}`).digest('base64url')

/**
 * The id of this browser if this account was signed in to with it before, else null. It opens nothing: it is only counted apart from the
 * strangers, so that they can't use up the attempts of the owner.
 */
export async function trustedDevice(email: string): Promise<string | null> {
  const [id, mark] = (await cookies()).get(cookie())?.value.split('.') ?? []
  if (!id || !mark) return null
  const [given, right] = [Buffer.from(mark), Buffer.from(markOf(email, id))]
  return given.length === right.length && timingSafeEqual(given, right) ? id : null
}

/** Remembers that this account was signed in to with this browser. */
export async function trustDevice(email: string): Promise<void> {
  const id = randomBytes(ID_BYTES).toString('base64url')
  const jar = await cookies()
  jar.set(cookie(), `${id}.${markOf(email, id)}`, { ...cookieOptions(), maxAge: HALF_A_YEAR_S })
}
