import { useLocale, useTranslations } from 'next-intl'
import { formatDate, formatPercent, formatRatio } from '@/components/values/format'
import { convictionOf, FULL_CONVICTION } from '@/lib/core/conviction'
import type { BuiltInOrigin, TargetOrigin } from '@/lib/core/targets'
import type { TargetSource } from '@/lib/flows/adopt-target'

type Words = ReturnType<typeof useTranslations<never>>

/** Says where the weights of a target came from; a conviction only where it is not that of the published models. */
export function useOriginName(): (origin: TargetOrigin) => string {
  const t = useTranslations()
  const locale = useLocale()
  return (origin) => originName(t, locale, origin)
}

/** The same outside of a component, as a file needs it. */
export function originName(t: Words, locale: string, origin: TargetOrigin): string {
  if (origin.kind === 'custom') return origin.name
  if (origin.kind === 'holdings') return t('targets.origin.holdings')
  const name = modelName(t, locale, origin)
  const conviction = convictionOf(origin)
  if (conviction === FULL_CONVICTION) return name
  return t('targets.origin.convinced', { name, conviction: formatRatio(locale, conviction) })
}

function modelName(t: Words, locale: string, origin: BuiltInOrigin): string {
  const risk = t(`units.risk.${origin.risk}`)
  if (origin.kind === 'blend') {
    return t('targets.origin.blend', { risk, share: formatPercent(locale, origin.share, { decimals: 0 }) })
  }
  const state = t(`units.regimeState.${origin.state}`)
  if (origin.kind === 'builtIn') return t('targets.origin.builtIn', { risk, state })
  return t('targets.origin.measured', { risk, state, date: formatDate(locale, origin.friday) })
}

/** The same for what is looked at now: holdings are then those of today. */
export function useConsideredName(): (considered: { source: TargetSource; origin: TargetOrigin }) => string {
  const t = useTranslations('targets.origin')
  const nameOf = useOriginName()
  return ({ source, origin }) => (source.kind === 'holdings' ? t('holdingsNow') : nameOf(origin))
}
