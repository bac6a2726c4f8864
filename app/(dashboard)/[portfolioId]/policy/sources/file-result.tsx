'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { CalendarDate } from '@/components/values/date'
import { formatStatistic } from '@/components/values/format-statistic'
import { SERIES } from '@/lib/core/series'
import type { FileReading } from '@/lib/flows/drop-series-files'
import type { FredCsvProblem } from '@/lib/formats/fred-csv'

/** So many faults of a file are written out. */
const MOST = 10

/** How one file was read: its series, and each line that is left out with the reason. */
export function FileResult({ reading: { name, contents, problems, more, leaps } }: { reading: FileReading }) {
  const t = useTranslations('sources.files')
  const faults = problems.length + leaps.length + more
  const tone = contents.length === 0 ? 'error' : faults > 0 ? 'warning' : 'info'
  const shown = problems.slice(0, MOST)
  const hidden = faults - shown.length - leaps.length
  return (
    <Notice tone={tone} title={name} live>
      {contents.length === 0 && <p>{t('nothing')}</p>}
      {contents.map(({ series, count, from, to }) => (
        <p key={series}>
          <code>{series}</code> {t('count', { count })}, <CalendarDate value={from} /> – <CalendarDate value={to} />
        </p>
      ))}
      {faults > 0 && (
        <ul className="mt-1 list-disc pl-5 text-sm">
          {shown.map((problem) => (
            <li key={`${problem.line} ${problem.column} ${problem.code}`}>
              <Problem problem={problem} />
            </li>
          ))}
          {leaps.map((leap) => (
            <li key={`${leap.series} ${leap.date}`}>
              <Leap leap={leap} />
            </li>
          ))}
          {hidden > 0 && <li>{t('more', { count: hidden })}</li>}
        </ul>
      )}
    </Notice>
  )
}

function Problem({ problem: { code, line, column, text } }: { problem: FredCsvProblem }) {
  const t = useTranslations('sources.files')
  return (
    <>
      {t('line', { line })} {t(`problem.${code}`, { column })} {text && <code className="break-all">{text}</code>}
    </>
  )
}

function Leap({ leap: { series, date, value } }: { leap: FileReading['leaps'][number] }) {
  const t = useTranslations('sources.files')
  const locale = useLocale()
  return (
    <>
      <CalendarDate value={date} /> {t('problem.leap', { column: series })}{' '}
      <code>{formatStatistic(locale, value, SERIES[series].unit)}</code>
    </>
  )
}
