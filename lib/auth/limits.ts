import 'server-only'
import { createHmac } from 'node:crypto'
import { countAttempt, forgetAttempts, type Limit, returnAttempt } from '@/lib/db/rate-limits'
import { env } from '@/lib/env'

const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * How often something may be tried, per key. `account` is what all strangers together may try at one account and is far above
 * `signIn`, which is one network at one account: nobody locks an owner out from elsewhere with little.
 */
const LIMITS = {
  signIn: { points: 10, seconds: 15 * MINUTE },
  device: { points: 10, seconds: 15 * MINUTE },
  account: { points: 100, seconds: HOUR },
  network: { points: 100, seconds: 15 * MINUTE },
  factor: { points: 10, seconds: 15 * MINUTE },
  /** Challenges that a visitor nobody knows yet may ask for. */
  challenge: { points: 100, seconds: 15 * MINUTE },
  confirm: { points: 10, seconds: 15 * MINUTE },
  link: { points: 5, seconds: HOUR },
  linkNetwork: { points: 60, seconds: HOUR },
  join: { points: 60, seconds: HOUR },
  demo: { points: 200, seconds: HOUR },
  /** What the server fetches or reads because a user asked. */
  priceRefresh: { points: 20, seconds: 5 * MINUTE },
  seriesRefresh: { points: 20, seconds: 5 * MINUTE },
  rateRefresh: { points: 20, seconds: 5 * MINUTE },
  priceFile: { points: 20, seconds: MINUTE },
  api: { points: 60, seconds: MINUTE },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof LIMITS

/** What is counted is in the database under a keyed hash: who reads the table learns no address and no id. */
const hidden = (name: LimitName, key: string): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(`tidemark: limit\0${name}\0${key}`).digest('base64url')

/** Takes one attempt; answers 0 when it is granted, else the whole seconds to wait. A dead database throws: that is not "too many". */
export async function takeAttempt(name: LimitName, key: string): Promise<number> {
  return Math.ceil((await countAttempt(name, hidden(name, key), LIMITS[name])) / 1000)
}

/** Forgets the attempts at a key, after one that succeeded. */
export async function forgiveAttempts(name: LimitName, key: string): Promise<void> {
  await forgetAttempts(name, hidden(name, key), LIMITS[name])
}

/** Takes back one attempt that was a good one, where the others are to stay counted. */
export async function giveBackAttempt(name: LimitName, key: string): Promise<void> {
  await returnAttempt(name, hidden(name, key), LIMITS[name])
}
