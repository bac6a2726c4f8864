import 'server-only'
import Credentials from 'next-auth/providers/credentials'
import { credentialsSchema, factorCodeSchema } from '@/lib/auth/credentials'
import { enter, NotYet } from '@/lib/auth/enter'
import { forgiveAttempts, takeAttempt } from '@/lib/auth/limits'
import { attemptSignIn } from '@/lib/auth/sign-in-attempt'
import { presentVisitor } from '@/lib/auth/visitor'
import type { WaysIn } from '@/lib/auth/ways-in'

/** The address and the password, and beside them a code where the account wants one. */
export function passwordProvider(ways: WaysIn) {
  return Credentials({
    id: 'password',
    credentials: { email: {}, password: {}, code: {} },
    authorize: (sent) => enter('password', () => byPassword(ways, sent)),
  })
}

export function demoProvider(ways: WaysIn) {
  return Credentials({
    id: 'demo',
    credentials: {},
    authorize: () =>
      enter('demo', async () => {
        if ((await takeAttempt('demo', (await presentVisitor()).address)) > 0) throw new NotYet('TooMany')
        return ways.asDemo()
      }),
  })
}

async function byPassword(ways: WaysIn, sent: Record<string, string> | undefined): Promise<string | null> {
  const given = credentialsSchema.safeParse({ email: sent?.email, password: sent?.password })
  const code = factorCodeSchema.safeParse(sent?.code ?? '')
  if (!given.success || !code.success) return null
  const { email, password } = given.data
  const attempt = await attemptSignIn(email)
  if (attempt.wait > 0) throw new NotYet('TooMany')
  const userId = await ways.byPassword(email, password)
  if (!userId) {
    ways.noteFailure(email, await presentVisitor())
    return null
  }
  await passSecondFactor(ways, { userId, email, code: code.data })
  await attempt.succeeded()
  return userId
}

/** Throws unless the account has no second factor, or the code is one. */
async function passSecondFactor(
  ways: WaysIn,
  { userId, email, code }: { userId: string; email: string; code: string },
) {
  const visitor = await presentVisitor()
  if (code !== '' && (await takeAttempt('factor', userId)) > 0) throw new NotYet('TooMany')
  const answer = await ways.checkSecondFactor(userId, code || null, new Date(), visitor)
  if (answer === 'missing') throw new NotYet('SecondFactor')
  if (answer === 'wrong') {
    ways.noteFailure(email, visitor)
    throw new NotYet('WrongCode')
  }
  if (answer === 'ok') await forgiveAttempts('factor', userId)
}
