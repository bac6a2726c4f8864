import { getTranslations } from 'next-intl/server'
import type { PriceWords } from '@/app/(dashboard)/[portfolioId]/policy/prices/own-prices'
import { byClass } from '@/lib/core/asset-class'

/** The few words that the form speaks, so that no catalogue goes to the browser for them. */
export async function priceWords(): Promise<PriceWords> {
  const t = await getTranslations('policy.prices')
  const units = await getTranslations('units.assetClass')
  return {
    title: t('title'),
    hint: t('hint'),
    fields: byClass((assetClass) => t('file', { name: units(assetClass) })),
    compute: t('compute'),
    computed: t('computed'),
    tooLarge: t('tooLarge'),
  }
}
