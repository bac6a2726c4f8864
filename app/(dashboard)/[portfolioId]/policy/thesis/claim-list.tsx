import { useLocale, useTranslations } from 'next-intl'
import { FigureItem } from '@/app/(dashboard)/[portfolioId]/policy/thesis/figure-line'
import { VerdictMark } from '@/app/(dashboard)/[portfolioId]/policy/thesis/verdict-mark'
import { Section } from '@/components/ui/card'
import { formatDate } from '@/components/values/format'
import { ARTICLE } from '@/lib/core/thesis/claims'
import type { Assessment } from '@/lib/core/thesis/verdicts'

/** Every claim with its verdict, the measure that decides it and its figures. */
export function ClaimList({ assessments }: { assessments: readonly Assessment[] }) {
  const t = useTranslations('policy.thesis')
  return (
    <Section title={t('claims')} description={t('hypothesis')}>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2 2xl:grid-cols-3">
        {assessments.map((assessment) => (
          <ClaimCard key={assessment.claim.id} assessment={assessment} />
        ))}
      </ul>
    </Section>
  )
}

function ClaimCard({ assessment: { claim, verdict, basis, on, figures, remark, until } }: { assessment: Assessment }) {
  const t = useTranslations('thesis')
  const locale = useLocale()
  return (
    <li className="grid content-start gap-2 rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3>{t(`claim.${claim.id}.name`)}</h3>
        <VerdictMark verdict={verdict} />
      </div>
      <p>{t(`claim.${claim.id}.says`, { analyst: ARTICLE.analyst })}</p>
      <p className="text-sm text-muted">
        {t(`kind.${claim.kind}`)} · {t(`claim.${claim.id}.measure`)}
      </p>
      {figures.length > 0 && (
        <ul className="text-sm">
          {figures.map((figure) => (
            <FigureItem key={`${figure.name} ${figure.date} ${figure.value}`} figure={figure} />
          ))}
        </ul>
      )}
      {remark && <p className="text-sm">{t(`remark.${remark}`)}</p>}
      <p className="text-sm text-muted">
        {t(`basis.${basis}`, { date: formatDate(locale, on) })}
        {until && claim.window?.kind === 'months' && ` · ${t('until', { date: formatDate(locale, until) })}`}
      </p>
    </li>
  )
}
