import { signIn } from 'next-auth/react'
import type { MessageKey } from '@/lib/i18n/message-key'

/** Tries a way in and, if it opens, goes to `next` by a full load, so that nothing of another user stays in memory. Else says why not. */
export async function enter(
  way: 'password' | 'demo',
  credentials: Record<string, string>,
  next: string,
): Promise<MessageKey | null> {
  try {
    const answer = await signIn(way, { ...credentials, redirect: false })
    const fault = faultOf(answer)
    if (!fault) window.location.assign(next)
    return fault
  } catch {
    return 'common.failure.unexpected'
  }
}

function faultOf(answer: Awaited<ReturnType<typeof signIn<'credentials'>>>): MessageKey | null {
  if (answer?.error === 'CredentialsSignin') return 'auth.login.failed'
  if (answer?.error === 'TooMany') return 'common.failure.tooMany'
  if (!answer?.ok || answer.error) return 'common.failure.unexpected'
  // The library answers a missing cookie as if it were a success that leads back to its own page.
  return answer.url?.includes('csrf=true') ? 'auth.login.cookies' : null
}
