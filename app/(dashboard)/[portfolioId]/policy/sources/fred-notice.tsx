import { useTranslations } from 'next-intl'
import { FRED_NOTICE } from '@/lib/core/fred-notice'

/** The sentence in the words that FRED's terms prescribe, and whose figures the rest is. */
export function FredNotice() {
  const t = useTranslations('sources')
  return (
    <p className="max-w-3xl text-sm text-muted">
      <span lang="en">{FRED_NOTICE}</span> {t('otherTerms')}
    </p>
  )
}
