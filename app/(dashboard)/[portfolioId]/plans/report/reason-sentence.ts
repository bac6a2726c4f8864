import type { useTranslations } from 'next-intl'
import { formatPercent } from '@/components/values/format'
import type { TradeReason } from '@/lib/core/plan'

/** Why a trade is in the plan, and what kept it from being larger, in words. */
export function reasonSentence(
  t: ReturnType<typeof useTranslations<never>>,
  locale: string,
  reason: TradeReason,
): string {
  const first = t(`plans.reason.${reason.code}`, {
    assetClass: t(`units.assetClass.${reason.assetClass}`),
    before: formatPercent(locale, reason.before),
    after: formatPercent(locale, reason.after),
    target: formatPercent(locale, reason.target),
  })
  return t('plans.sentences', { first, second: t(`plans.bound.${reason.bound}`) })
}
