import { useLocale, useTranslations } from 'next-intl'
import { LegCard } from '@/app/(dashboard)/[portfolioId]/policy/leg-card'
import { Section } from '@/components/ui/card'
import { formatDate, formatRatio } from '@/components/values/format'
import { dayNumber } from '@/lib/core/day-number'
import { type Evaluation, LEGS } from '@/lib/core/regime'
import { LEG_RULES } from '@/lib/core/regime/leg-rules'
import { weightAtHand } from '@/lib/core/regime/score'
import type { IsoDate } from '@/lib/core/units'

interface Props {
  evaluations: readonly Evaluation[]
  measured: Evaluation
  asOf: IsoDate
}

const FIVE_YEARS = 1_826

/** Why the score is what it is: the five measures, each with its course, its thresholds and its weight, and how they add up. */
export function Legs({ evaluations, measured, asOf }: Props) {
  const t = useTranslations('policy.legs')
  const locale = useLocale()
  const from = dayNumber(measured.friday) - FIVE_YEARS
  const shown = evaluations.filter(({ friday }) => dayNumber(friday) >= from && friday <= measured.friday)
  return (
    <Section
      title={t('title')}
      description={`${t('ofDay', { date: formatDate(locale, measured.friday) })} ${t('description')}`}
    >
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {LEGS.map((leg) => (
          <LegCard key={leg} leg={leg} evaluations={shown} measured={measured} asOf={asOf} />
        ))}
        <Sum measured={measured} />
      </ul>
    </Section>
  )
}

/** The arithmetic of the score, with the figures of the day. */
function Sum({ measured: { legs, score, liquidity, rates, coverage } }: { measured: Evaluation }) {
  const t = useTranslations('policy.legs')
  const locale = useLocale()
  const terms = LEGS.flatMap((leg) => {
    const { scaled } = legs[leg]
    return scaled === null ? [] : [`${LEG_RULES[leg].weight} × ${formatRatio(locale, scaled)}`]
  })
  const ratio = (value: number | null) => (value === null ? '–' : formatRatio(locale, value))
  return (
    <li className="grid content-start gap-2 rounded-lg border border-line bg-surface p-4">
      <h3>{t('together')}</h3>
      <p className="text-lg text-pretty">
        {score === null
          ? t('noScore')
          : t('sum', { terms: terms.join(' + '), weights: weightAtHand(legs), score: formatRatio(locale, score) })}
      </p>
      <p className="text-sm text-muted">
        {t('axes', { liquidity: ratio(liquidity), rates: ratio(rates), coverage: formatRatio(locale, coverage) })}
      </p>
    </li>
  )
}
