'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Refusal } from '@/lib/core/action-result'
import type { MessageKey } from '@/lib/i18n/message-key'

/** The words for what the server found wrong with one field. */
export function useFieldError(field: string) {
  const t = useTranslations()
  const [error, setError] = useState<string | null>(null)
  const catchError = (refusal: Pick<Refusal, 'fields'>): boolean => {
    const key = refusal.fields?.[field]
    setError(key ? t(key as MessageKey) : null)
    return key !== undefined
  }
  return { error, catchError, clear: () => setError(null) }
}
