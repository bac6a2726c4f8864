'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'

/** Offered with every change of the ways in: whoever came in by an old one goes out. */
export function EndOthersChoice() {
  const t = useTranslations('factors')
  return <Checkbox name="endOthers" label={t('endOthers')} defaultChecked />
}

export const wantsOthersEnded = (form: FormData): boolean => form.get('endOthers') === 'on'
