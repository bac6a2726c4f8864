import { signIn } from 'next-auth/react'
import type { MessageKey } from '@/lib/i18n/message-key'

/** What stands in the way: a sentence, or a second factor that the account wants beside the password. */
export type Obstacle = MessageKey | 'secondFactor' | 'wrongCode'

type Way = 'password' | 'demo' | 'passkey'

/** Tries a way in and, if it opens, goes to `next` by a full load, so that nothing of another user stays in memory. Else says why not. */
export async function tryEnter(way: Way, credentials: Record<string, string>, next: string): Promise<Obstacle | null> {
  try {
    const answer = await signIn(way, { ...credentials, redirect: false })
    const obstacle = obstacleIn(answer)
    if (!obstacle) window.location.assign(next)
    return obstacle
  } catch {
    return 'common.failure.unexpected'
  }
}

/** `tryEnter` for a way in that knows no second step. */
export async function enter(way: Way, credentials: Record<string, string>, next: string): Promise<MessageKey | null> {
  const obstacle = await tryEnter(way, credentials, next)
  return obstacle === 'secondFactor' || obstacle === 'wrongCode' ? 'common.failure.unexpected' : obstacle
}

const OBSTACLES: Record<string, Obstacle> = {
  CredentialsSignin: 'auth.login.failed',
  TooMany: 'common.failure.tooMany',
  Unavailable: 'auth.login.unavailable',
  SecondFactor: 'secondFactor',
  WrongCode: 'wrongCode',
}

function obstacleIn(answer: Awaited<ReturnType<typeof signIn<'credentials'>>>): Obstacle | null {
  if (answer?.error) return OBSTACLES[answer.error] ?? 'common.failure.unexpected'
  if (!answer?.ok) return 'common.failure.unexpected'
  // The library answers a missing cookie as if it were a success that leads back to its own page.
  return answer.url?.includes('csrf=true') ? 'auth.login.cookies' : null
}
