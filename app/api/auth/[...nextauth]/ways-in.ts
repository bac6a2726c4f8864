import { after } from 'next/server'
import { getLocale } from 'next-intl/server'
import { asOf } from '@/lib/auth/clock'
import type { WaysIn } from '@/lib/auth/ways-in'
import { findByAddress } from '@/lib/db/mailbox-links'
import { addSecurityEvent } from '@/lib/db/security-events'
import { createDemoUser } from '@/lib/flows/create-demo'
import { enterByPasskey } from '@/lib/flows/enter-by-passkey'
import { enterByProvider } from '@/lib/flows/enter-by-provider'
import { logIn } from '@/lib/flows/log-in'
import { checkSecondFactor } from '@/lib/flows/second-factor'
import { log } from '@/lib/log'

export const waysIn: WaysIn = {
  byPassword: logIn,
  checkSecondFactor,
  byPasskey: enterByPasskey,
  asDemo: async () => (await createDemoUser({ locale: await getLocale(), asOf: await asOf() })).userId,
  byProvider: enterByProvider,
  // Whether the address has an account is looked up only when the answer is out: its time tells nothing.
  noteFailure: (email, visitor) =>
    after(async () => {
      const at = new Date()
      try {
        const userId = await findByAddress(email)
        if (userId) await addSecurityEvent(userId, { kind: 'signInFailed', at, visitor })
      } catch {
        log.error('A failed sign-in was not written down.')
      }
    }),
}
