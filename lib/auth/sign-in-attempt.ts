import 'server-only'
import { forgiveAttempts, giveBackAttempt, takeAttempt } from '@/lib/auth/limits'
import { trustDevice, trustedDevice } from '@/lib/auth/trusted-device'
import { presentVisitor } from '@/lib/auth/visitor'

/** An attempt to sign in to an account: the seconds to wait, 0 when it may be made, and what is to be called when it succeeded. */
export interface SignInAttempt {
  wait: number
  succeeded: () => Promise<void>
}

/**
 * Counts an attempt at an account, known or not: by the network, by this network at this account, by everybody at this account. A
 * refused one is counted no further, so that one network alone can't use up what everybody has.
 */
export async function attemptSignIn(email: string): Promise<SignInAttempt> {
  const device = await trustedDevice(email)
  return device ? attemptByDevice(device) : attemptByStranger(email)
}

async function attemptByDevice(device: string): Promise<SignInAttempt> {
  const wait = await takeAttempt('device', device)
  return { wait, succeeded: () => forgiveAttempts('device', device) }
}

async function attemptByStranger(email: string): Promise<SignInAttempt> {
  const { address } = await presentVisitor()
  const pair = `${address} ${email}`
  const wait =
    (await takeAttempt('network', address)) ||
    (await takeAttempt('signIn', pair)) ||
    (await takeAttempt('account', email))
  const succeeded = async () => {
    await giveBackAttempt('network', address)
    await forgiveAttempts('signIn', pair)
    await giveBackAttempt('account', email)
    await trustDevice(email)
  }
  return { wait, succeeded }
}
