import { getTranslations } from 'next-intl/server'
import type { SecurityEventRow } from '@/lib/db/security-events'

const WAYS = ['password', 'passkey', 'provider'] as const

/** What an event says beside its sentence: by what it was, the name of a thing, how many it was about; empty when that is all. */
export async function detailWords({ detail: { name, count, way } }: SecurityEventRow): Promise<string> {
  const t = await getTranslations('security')
  const known = WAYS.find((one) => one === way)
  if (known) return t(`way.${known}`)
  if (typeof name === 'string' && name !== '') return t('detail.name', { name })
  return typeof count === 'number' && count > 0 ? t('detail.devices', { count }) : ''
}
