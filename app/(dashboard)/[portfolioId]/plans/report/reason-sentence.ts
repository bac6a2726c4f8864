import type { useTranslations } from 'next-intl'
import { formatPercent } from '@/components/values/format'
import type { TradeReason } from '@/lib/core/plan'

type Words = ReturnType<typeof useTranslations<never>>

/** Why a trade is in the plan: its class before and after, and the target. */
export const causeSentence = (t: Words, locale: string, reason: TradeReason): string =>
  t(`plans.reason.${reason.code}`, {
    assetClass: t(`units.assetClass.${reason.assetClass}`),
    before: formatPercent(locale, reason.before),
    after: formatPercent(locale, reason.after),
    target: formatPercent(locale, reason.target),
  })

/** Why a trade is in the plan, and what kept it from being larger, in words. */
export const reasonSentence = (t: Words, locale: string, reason: TradeReason): string =>
  t('plans.sentences', { first: causeSentence(t, locale, reason), second: t(`plans.bound.${reason.bound}`) })
