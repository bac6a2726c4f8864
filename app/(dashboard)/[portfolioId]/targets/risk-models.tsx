'use client'

import { useTranslations } from 'next-intl'
import type { Choice } from '@/app/(dashboard)/[portfolioId]/targets/draft'
import { RiskCard } from '@/app/(dashboard)/[portfolioId]/targets/risk-card'
import { RISK_LEVELS, type RiskLevel } from '@/lib/core/models'

interface Props {
  /** The portfolio's risk level: only its models can be looked at. */
  risk: RiskLevel
  choice: Choice
  choose: (choice: Choice) => void
  setRisk: (risk: RiskLevel) => void
  pending: boolean
}

/** The nine built-in models: a card per risk level, in it the three states side by side. */
export function RiskModels({ risk, choice, choose, setRisk, pending }: Props) {
  const t = useTranslations('targets.models')
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{t('title')}</h2>
      {/* On a phone the cards stand side by side, the chosen one first, so that the draft stays near. */}
      <div className="relative flex snap-x gap-3 overflow-x-auto pb-1 md:grid md:grid-cols-3 md:overflow-visible xl:grid-cols-1">
        {RISK_LEVELS.map((level) =>
          level === risk ? (
            <RiskCard
              key={level}
              risk={level}
              chosen={choice.kind === 'builtIn' ? choice.state : null}
              choose={choose}
            />
          ) : (
            <RiskCard key={level} risk={level} setRisk={() => setRisk(level)} pending={pending} />
          ),
        )}
      </div>
    </section>
  )
}
