import 'server-only'
import { KEYED_FEEDS, type KeyedFeed } from '@/lib/core/price-feeds'
import { findPriceSetting, notePriceKeyRefused, type PriceSetting, setPriceKey } from '@/lib/db/price-settings'
import { env } from '@/lib/env'
import { openKey, sealKey } from '@/lib/flows/seal-key'

const SHOWN = 4
/** Letters and digits, as all of these sources hand them out. */
const KEY = /^[0-9A-Za-z]{12,80}$/

const purpose = (source: KeyedFeed): string => `tidemark: ${source} key of a user`
const open = (userId: string, source: KeyedFeed, sealed: string): string | null =>
  openKey(userId, sealed, env().NEXTAUTH_SECRET, purpose(source))

/** Stores a user's key; false for what cannot be one. An empty text removes the key. */
export async function savePriceKey(userId: string, source: KeyedFeed, text: string): Promise<boolean> {
  const key = text.trim()
  if (key !== '' && !KEY.test(key)) return false
  await setPriceKey(userId, source, key === '' ? null : sealKey(userId, key, env().NEXTAUTH_SECRET, purpose(source)))
  return true
}

/** The user's key, unless there is none, or the source has refused it. */
export function usablePriceKey(userId: string, source: KeyedFeed, setting: PriceSetting): string | null {
  const sealed = setting.sealedKeys[source]
  return sealed && !setting.refusedKeys[source] ? open(userId, source, sealed) : null
}

/** Does not try a refused key again until the user gives one anew. */
export async function rememberPriceKeyRefusal(
  userId: string,
  source: KeyedFeed,
  setting: PriceSetting,
  at: Date,
): Promise<void> {
  const sealed = setting.sealedKeys[source]
  if (sealed) await notePriceKeyRefused(userId, source, sealed, at)
}

/** What a page may know of a key: never more than its end. */
export interface PriceKeyStanding {
  state: 'none' | 'stored' | 'refused' | 'unreadable'
  end: string | null
}

export async function readPriceKeyStandings(userId: string): Promise<Record<KeyedFeed, PriceKeyStanding>> {
  const setting = await findPriceSetting(userId)
  const standings = KEYED_FEEDS.map((source) => [source, standingOf(userId, source, setting)])
  return Object.fromEntries(standings) as Record<KeyedFeed, PriceKeyStanding>
}

function standingOf(userId: string, source: KeyedFeed, setting: PriceSetting): PriceKeyStanding {
  const sealed = setting.sealedKeys[source]
  if (!sealed) return { state: 'none', end: null }
  const key = open(userId, source, sealed)
  if (!key) return { state: 'unreadable', end: null }
  return { state: setting.refusedKeys[source] ? 'refused' : 'stored', end: key.slice(-SHOWN) }
}
