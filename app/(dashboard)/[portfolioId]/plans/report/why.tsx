import { useLocale, useTranslations } from 'next-intl'
import { causeSentence } from '@/app/(dashboard)/[portfolioId]/plans/report/reason-sentence'
import { Money } from '@/components/values/money'
import type { Trade } from '@/lib/core/plan'
import { absolute, type Cents } from '@/lib/core/units'

type Word = 'closes' | 'tax' | 'credit' | 'cost'

/** Why a trade is in the plan, what it brings, what it costs, and what kept it from being larger. */
export function Why({ trade: { reason, tax, cost }, currency }: { trade: Trade; currency: string }) {
  const t = useTranslations()
  const locale = useLocale()
  // In an element of its own: the keys of a sentence are unique only among themselves.
  const told = (word: Word, value: Cents) =>
    value !== 0n && (
      <span>{t.rich(`plans.why.${word}`, { money: () => <Money value={absolute(value)} currency={currency} /> })}</span>
    )
  return (
    <p className="text-sm text-muted">
      <span className="font-semibold">{t('plans.report.why')}</span>{' '}
      {t.rich('plans.why.line', {
        cause: () => causeSentence(t, locale, reason),
        closes: () => reason.closes > 0n && told('closes', reason.closes),
        tax: () => tax !== null && told(tax > 0n ? 'tax' : 'credit', tax),
        cost: () => told('cost', cost),
        bound: () => t(`plans.bound.${reason.bound}`),
      })}
    </p>
  )
}
