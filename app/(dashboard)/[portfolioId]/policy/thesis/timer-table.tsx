import { useLocale, useTranslations } from 'next-intl'
import { useFigureText } from '@/app/(dashboard)/[portfolioId]/policy/figure-text'
import { Section } from '@/components/ui/card'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { formatBillions, formatFigure } from '@/components/values/figure'
import { formatDate, formatRatio } from '@/components/values/format'
import { formatStatistic } from '@/components/values/format-statistic'
import { ASSET_CLASSES, type AssetClass } from '@/lib/core/asset-class'
import { SERIES, type SeriesId } from '@/lib/core/series'
import type { Timer, TimerMeasure } from '@/lib/core/thesis/timers'

const PERCENT = 100

/** The claims' windows from the start on, and how far what they are watched by has come since. */
export function TimerTable({ timers }: { timers: readonly Timer[] }) {
  const t = useTranslations('policy.thesis.timer')
  const thesis = useTranslations('thesis.timer')
  return (
    <Section title={thesis('title')}>
      <ListTable
        label={thesis('title')}
        className="max-lg:min-w-[44rem]"
        columns={[
          { title: t('claim') },
          { title: t('window') },
          { title: t('progress'), className: 'w-56' },
          { title: t('measures') },
        ]}
      >
        {timers.map((timer) => (
          <TimerLine key={timer.id} timer={timer} />
        ))}
      </ListTable>
    </Section>
  )
}

function TimerLine({ timer: { id, from, to, phase, elapsed, daysLeft, measures } }: { timer: Timer }) {
  const t = useTranslations('thesis')
  const locale = useLocale()
  const date = formatDate(locale, phase === 'before' ? from : to)
  return (
    <Tr>
      <RowHead className="py-1.5 pl-4 align-top">{t(`claim.${id}.name`)}</RowHead>
      <Td className="py-1.5 align-top">
        {t('assets.period', { from: formatDate(locale, from), to: formatDate(locale, to) })}
        <span className="block text-sm text-muted">{t(`timer.phase.${phase}`, { date, days: daysLeft })}</span>
      </Td>
      <Td className="py-1.5 align-top">
        <Elapsed share={elapsed} />
        <span className="text-sm text-muted">
          {t('timer.elapsed', { share: `${formatFigure(locale, elapsed * PERCENT, { digits: 0 })}%` })}
        </span>
      </Td>
      <Td className="py-1.5 pr-4 align-top">
        <ul className="grid gap-1">
          {measures.map((measure) => (
            <MeasureItem key={measure.of} measure={measure} />
          ))}
          {id === 'confidence' && <li className="text-sm text-muted">{t('timer.standIn')}</li>}
        </ul>
      </Td>
    </Tr>
  )
}

/** How much of the time has passed; the words below say the same. */
function Elapsed({ share }: { share: number }) {
  return (
    <svg aria-hidden width="100%" height={8} className="my-1 block">
      <rect width="100%" height={8} rx={4} fill="var(--color-band)" />
      <rect width={`${share * PERCENT}%`} height={8} rx={4} fill="var(--color-line-strong)" />
    </svg>
  )
}

const MILLIONS_A_BILLION = 1_000

/** A value of a series in its own digits; amounts short, prices as they are. */
function levelText(locale: string, of: SeriesId | AssetClass, value: number): string {
  if (isClass(of)) return formatRatio(locale, value)
  const { unit } = SERIES[of]
  if (unit === 'millionsOfDollars') return formatBillions(locale, value / MILLIONS_A_BILLION)
  return formatStatistic(locale, value, unit)
}

const isClass = (of: string): of is AssetClass => (ASSET_CLASSES as readonly string[]).includes(of)

function MeasureItem({ measure }: { measure: TimerMeasure }) {
  const t = useTranslations('thesis.timer')
  const classes = useTranslations('units.assetClass')
  const series = useTranslations('sources.series')
  const figure = useFigureText()
  const locale = useLocale()
  const name = isClass(measure.of) ? (
    classes(measure.of)
  ) : (
    <>
      {series(measure.of)} <code className="text-muted">{measure.of}</code>
    </>
  )
  if (measure.absent) {
    return (
      <li>
        {name}: <span className="text-muted">{t(`absent.${measure.absent}`)}</span>
      </li>
    )
  }
  const { change, unit, atStart, latest } = measure
  const level = (value: number) => levelText(locale, measure.of, value)
  const values = {
    before: level(atStart.value),
    beforeDate: formatDate(locale, atStart.date),
    after: level(latest.value),
    afterDate: formatDate(locale, latest.date),
  }
  return (
    <li>
      {name}: <strong className="whitespace-nowrap">{figure(change, unit, { signed: true, digits: 1 })}</strong>{' '}
      <span className="text-sm text-muted">{t('values', values)}</span>
    </li>
  )
}
