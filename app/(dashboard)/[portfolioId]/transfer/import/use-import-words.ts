'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { MessageKey } from '@/lib/i18n/message-key'

/** Words for codes that come as data: of formats, of rules that skip a row, of reasons that reject it. */
export function useImportWords() {
  const t = useTranslations()
  return useMemo(() => {
    const say = (key: string, otherwise: string): string =>
      t.has(key as MessageKey) ? (t as (key: MessageKey) => string)(key as MessageKey) : otherwise
    return {
      format: (id: string) => say(`import.format.${id}`, id),
      rule: (code: string) => say(`import.rule.${code}`, t('import.effect.otherRule')),
      reason: (code: string) => say(`import.reason.${code}`, t('import.effect.otherRule')),
    }
  }, [t])
}
