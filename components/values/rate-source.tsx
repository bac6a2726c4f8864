import { useTranslations } from 'next-intl'
import { isRateSource } from '@/lib/core/fx'

/** Where an exchange rate came from, and through which currency it was made when it was made of two. */
export function RateSourceName({ source, via }: { source: string | null; via?: string }) {
  const t = useTranslations('units.rateSource')
  if (source === null) return null
  const name = isRateSource(source) || source === 'mixed' ? t(source) : source
  return via ? t('via', { source: name, via }) : name
}
