import 'server-only'
import Credentials from 'next-auth/providers/credentials'
import { keptChallenge } from '@/lib/auth/challenge-cookie'
import { enter } from '@/lib/auth/enter'
import type { WaysIn } from '@/lib/auth/ways-in'

/** A passkey as the way in: alone, or after a password that was right. It answers the challenge that this browser was given. */
export function passkeyProvider(ways: WaysIn) {
  return Credentials({
    id: 'passkey',
    credentials: { answer: {} },
    authorize: (sent) =>
      enter('passkey', async () => {
        const challengeId = await keptChallenge()
        return challengeId ? ways.byPasskey(sent?.answer ?? '', challengeId) : null
      }),
  })
}
