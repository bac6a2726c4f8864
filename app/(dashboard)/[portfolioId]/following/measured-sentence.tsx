import { useLocale, useTranslations } from 'next-intl'
import type { MeasuredView } from '@/app/(dashboard)/[portfolioId]/following/read-following'
import { CalendarDate } from '@/components/values/date'
import { formatRatio } from '@/components/values/format'

/** The measured state with its dates and its score, and where the figures come from. */
export function MeasuredSentence({ measured }: { measured: MeasuredView }) {
  const t = useTranslations('following')
  const states = useTranslations('units.regimeState')
  const locale = useLocale()
  const { state, since, measuredOn, score, from } = measured
  return (
    <>
      {t.rich('measured', {
        state: states(state),
        b: (words) => <strong key="state">{words}</strong>,
        since: () => <CalendarDate key="since" value={since} />,
        date: () => <CalendarDate key="date" value={measuredOn} />,
      })}{' '}
      {score !== null && t('score', { score: formatRatio(locale, score) })} {t(`from.${from}`)}
    </>
  )
}
