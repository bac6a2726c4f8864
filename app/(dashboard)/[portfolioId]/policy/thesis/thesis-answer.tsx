import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '@/components/values/format'
import { assessThesis, type ThesisInput, tally } from '@/lib/core/thesis/verdicts'

/** How many claims have each verdict. */
export function ThesisAnswer(input: ThesisInput) {
  const t = useTranslations('policy.thesis')
  const locale = useLocale()
  const counts = tally(assessThesis(input))
  return (
    <span className="block max-w-[70rem] text-lg text-pretty text-ink">
      {t('answer', {
        confirmed: counts.confirmed ?? 0,
        partly: counts.partly ?? 0,
        contradicted: counts.contradicted ?? 0,
        open: counts.open ?? 0,
        notCheckable: counts.notCheckable ?? 0,
        date: formatDate(locale, input.asOf),
      })}
    </span>
  )
}
