'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Choice } from '@/app/(dashboard)/[portfolioId]/targets/draft'
import { RiskCard } from '@/app/(dashboard)/[portfolioId]/targets/risk-card'
import { formatRatio } from '@/components/values/format'
import { type Conviction, FULL_CONVICTION } from '@/lib/core/conviction'
import { RISK_LEVELS, type RiskLevel } from '@/lib/core/models'

interface Props {
  /** The portfolio's risk level: only its models can be looked at. */
  risk: RiskLevel
  choice: Choice
  choose: (choice: Choice) => void
  setRisk: (risk: RiskLevel) => void
  conviction: Conviction
  pending: boolean
}

/** The nine built-in models: a card per risk level, in it the three states side by side. */
export function RiskModels({ risk, choice, choose, setRisk, conviction, pending }: Props) {
  const t = useTranslations('targets')
  const locale = useLocale()
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{t('models.title')}</h2>
      {conviction !== FULL_CONVICTION && (
        <p className="text-sm text-muted">{t('conviction.shown', { conviction: formatRatio(locale, conviction) })}</p>
      )}
      {/* On a phone the cards stand side by side, the chosen one first, so that the draft stays near. */}
      <div className="relative flex snap-x gap-3 overflow-x-auto pb-1 md:grid md:grid-cols-3 md:overflow-visible xl:grid-cols-1">
        {RISK_LEVELS.map((level) =>
          level === risk ? (
            <RiskCard
              key={level}
              risk={level}
              conviction={conviction}
              chosen={choice.kind === 'builtIn' ? choice.state : null}
              choose={choose}
            />
          ) : (
            <RiskCard
              key={level}
              risk={level}
              conviction={conviction}
              setRisk={() => setRisk(level)}
              pending={pending}
            />
          ),
        )}
      </div>
    </section>
  )
}
