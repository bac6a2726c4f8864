import { useLocale, useTranslations } from 'next-intl'
import { formatPercent } from '@/components/values/format'
import type { TargetOrigin } from '@/lib/core/targets'
import type { TargetSource } from '@/lib/flows/adopt-target'

/** Says where the weights of a target came from. */
export function useOriginName(): (origin: TargetOrigin) => string {
  const t = useTranslations()
  const locale = useLocale()
  return (origin) => {
    switch (origin.kind) {
      case 'builtIn':
        return t('targets.origin.builtIn', {
          risk: t(`units.risk.${origin.risk}`),
          state: t(`units.regimeState.${origin.state}`),
        })
      case 'blend':
        return t('targets.origin.blend', {
          risk: t(`units.risk.${origin.risk}`),
          share: formatPercent(locale, origin.share, { decimals: 0 }),
        })
      case 'custom':
        return origin.name
      case 'holdings':
        return t('targets.origin.holdings')
    }
  }
}

/** The same for what is looked at now: holdings are then those of today. */
export function useConsideredName(): (considered: { source: TargetSource; origin: TargetOrigin }) => string {
  const t = useTranslations('targets.origin')
  const nameOf = useOriginName()
  return ({ source, origin }) => (source.kind === 'holdings' ? t('holdingsNow') : nameOf(origin))
}
