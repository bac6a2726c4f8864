import 'server-only'
import { cookies } from 'next/headers'
import { env } from '@/lib/env'

const isHttps = (): boolean => env().NEXTAUTH_URL.startsWith('https://')

/** Over https a `__Host-` name: the browser then refuses the cookie from any other host, path or plain connection. */
export function cookieName(name: string): string {
  return isHttps() ? `__Host-tidemark.${name}` : `tidemark.${name}`
}

export const sessionCookie = (): string => cookieName('session')

export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() } as const
}

/** Takes the session's cookie back. Not by `delete`, which names no `Secure`: browsers ignore that for a `__Host-` name. */
export async function clearSessionCookie(): Promise<void> {
  const jar = await cookies()
  jar.set(sessionCookie(), '', { ...cookieOptions(), maxAge: 0 })
}
