import 'server-only'
import { cookies } from 'next/headers'
import { cookieName, cookieOptions } from '@/lib/auth/cookie'
import { CHALLENGE_MS } from '@/lib/db/challenges'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const challengeCookie = (): string => cookieName('challenge')

/** Ties a challenge to this browser: no other can answer it. */
export async function keepChallenge(id: string): Promise<void> {
  const jar = await cookies()
  jar.set(challengeCookie(), id, { ...cookieOptions(), sameSite: 'strict', maxAge: CHALLENGE_MS / 1000 })
}

/** The id of the challenge that this browser was given last; null when there is none. */
export async function keptChallenge(): Promise<string | null> {
  const id = (await cookies()).get(challengeCookie())?.value ?? ''
  return UUID.test(id) ? id : null
}
