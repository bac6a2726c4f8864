'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { MessageKey } from '@/lib/i18n/message-key'

/** The words for a fault, whose full key comes from the reading of a text or from the server. */
export function useFaultText(): (key: string, symbol?: string) => string {
  const t = useTranslations()
  return useCallback(
    // Keys arrive as data; the few that name the symbol get it, the others leave it alone.
    (key, symbol = '') =>
      (t as (key: MessageKey, values: Record<string, string>) => string)(key as MessageKey, { symbol }),
    [t],
  )
}
