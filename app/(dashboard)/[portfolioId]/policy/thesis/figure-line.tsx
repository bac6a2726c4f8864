import { useLocale, useTranslations } from 'next-intl'
import { useFigureText } from '@/app/(dashboard)/[portfolioId]/policy/figure-text'
import { formatMonth } from '@/components/values/figure'
import { formatDate } from '@/components/values/format'
import { monthOf } from '@/lib/core/month'
import { type Figure, PUBLISHERS, type Publisher } from '@/lib/core/thesis/figure'
import type { IsoDate } from '@/lib/core/units'

const isPublisher = (source: string): source is Publisher => (PUBLISHERS as readonly string[]).includes(source)

/** One figure of a verdict with its date and where it is from. */
export function FigureItem({ figure }: { figure: Figure }) {
  const t = useTranslations('thesis')
  const policy = useTranslations('policy.thesis')
  const text = useFigureText()
  const locale = useLocale()
  const { name, value, unit, date, since, precision, source } = figure
  const dated = (day: IsoDate) => (precision === 'month' ? formatMonth(locale, monthOf(day)) : formatDate(locale, day))
  const isSigned = name.endsWith('Return') || name.startsWith('reserves')
  return (
    <li className="flex flex-wrap justify-between gap-x-3 border-b border-line py-0.5 last:border-b-0">
      <span>
        {t(`figure.${name}`)}
        {value !== null && unit !== 'date' && (
          <>
            : <strong className="whitespace-nowrap">{text(value, unit, { signed: isSigned })}</strong>
          </>
        )}
      </span>
      <span className="text-muted">
        {since ? policy('period', { from: dated(since), to: dated(date) }) : dated(date)} ·{' '}
        {isPublisher(source) ? t(`source.${source}`) : <code>{source}</code>}
      </span>
    </li>
  )
}
