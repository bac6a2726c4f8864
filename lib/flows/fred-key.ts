import 'server-only'
import { findSeriesSetting, noteKeyRefused, type SeriesSetting, setFredKey } from '@/lib/db/series-settings'
import { env, FRED_KEY, feedEnv } from '@/lib/env'
import { openKey, sealKey } from '@/lib/flows/seal-key'

const SHOWN = 4

/** A key that may be tried, and whose it is. */
export interface FredKey {
  key: string
  /** The stored form of a user's own; null for the server's. */
  sealed: string | null
}

/** Stores a user's key; false for what cannot be one. An empty text removes the key. */
export async function saveFredKey(userId: string, text: string): Promise<boolean> {
  const key = text.trim()
  if (key !== '' && !FRED_KEY.test(key)) return false
  await setFredKey(userId, key === '' ? null : sealKey(userId, key, env().NEXTAUTH_SECRET))
  return true
}

/** The user's key, or the server's; null when there is none that FRED has not refused. */
export function usableKey(userId: string, { sealedKey, keyRefusedAt }: SeriesSetting): FredKey | null {
  const own = sealedKey && openKey(userId, sealedKey, env().NEXTAUTH_SECRET)
  if (own) return keyRefusedAt ? null : { key: own, sealed: sealedKey }
  const servers = feedEnv().FRED_API_KEY
  return servers ? { key: servers, sealed: null } : null
}

/** Does not try a refused key again until the user gives one anew. */
export async function rememberRefusal(userId: string, { sealed }: FredKey, at: Date): Promise<void> {
  if (sealed) await noteKeyRefused(userId, sealed, at)
}

/** What a page may know of the keys: never more than the end of the user's own. */
export interface KeyStanding {
  own: 'none' | 'stored' | 'refused' | 'unreadable'
  /** The last characters of the own key. */
  end: string | null
  server: boolean
}

export async function readKeyStanding(userId: string): Promise<KeyStanding> {
  const { sealedKey, keyRefusedAt } = await findSeriesSetting(userId)
  const server = feedEnv().FRED_API_KEY !== undefined
  if (!sealedKey) return { own: 'none', end: null, server }
  const key = openKey(userId, sealedKey, env().NEXTAUTH_SECRET)
  if (!key) return { own: 'unreadable', end: null, server }
  return { own: keyRefusedAt ? 'refused' : 'stored', end: key.slice(-SHOWN), server }
}
