import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '@/components/values/format'
import type { Holding } from '@/lib/core/portfolio'

/** Of which day a price is, and who said it. */
export function PriceOrigin({ holding }: { holding: Pick<Holding, 'pricedOn' | 'priceSource'> }) {
  const t = useTranslations('plans.report')
  const source = usePriceSource(holding.priceSource)
  const locale = useLocale()
  if (holding.pricedOn === null) return null
  const date = formatDate(locale, holding.pricedOn)
  return <span>{source ? t('priced', { date, source }) : date}</span>
}

const KNOWN = ['manual', 'pasted', 'demo'] as const

/** The words for the source of a price; one that has no words yet is called by its name. */
export function usePriceSource(source: string | null): string | null {
  const t = useTranslations('units.priceSource')
  const known = KNOWN.find((name) => name === source)
  return known ? t(known) : source
}
