import { useLocale, useTranslations } from 'next-intl'
import { useLegValue } from '@/app/(dashboard)/[portfolioId]/policy/leg-words'
import { SparkLine, ThresholdKey } from '@/components/charts/spark-line'
import { Explain } from '@/components/ui/explain'
import { CalendarDate } from '@/components/values/date'
import { formatRatio } from '@/components/values/format'
import type { Evaluation, Leg } from '@/lib/core/regime'
import { LEG_RULES } from '@/lib/core/regime/leg-rules'
import { daysBetween, type IsoDate } from '@/lib/core/units'

interface Props {
  leg: Leg
  evaluations: readonly Evaluation[]
  measured: Evaluation
  asOf: IsoDate
}

/** The series of a measure as FRED spells them; that of the securities differs from week to week. */
const SERIES: Record<Exclude<Leg, 'bs'>, string> = {
  rate: 'DFF',
  exp: 'DGS2, DFF',
  res: 'WRESBAL, WALCL',
  fund: 'SOFR, DFF',
}

/** One measure: its reading, its course over five years between its thresholds, what it adds to the score, and where it is from. */
export function LegCard({ leg, evaluations, measured, asOf }: Props) {
  const t = useTranslations('policy.legs')
  const legValue = useLegValue()
  const locale = useLocale()
  const { raw, scaled, date, status, source } = measured.legs[leg]
  const rule = LEG_RULES[leg]
  const name = t(`${leg}.name`)
  const bounds = { low: legValue(leg, rule.tightening), high: legValue(leg, rule.easing) }
  return (
    <li className="grid content-start gap-2 rounded-lg border border-line bg-surface p-4">
      <div className="flex items-start justify-between gap-2">
        <h3>{name}</h3>
        <Explain label={t('how', { name })}>
          <p>{t(`${leg}.formula`)}</p>
          <p className="mt-1">{t('scaling', { ...bounds, days: rule.maxAge })}</p>
        </Explain>
      </div>
      <p className="text-xl">{raw === null ? t('status.missing') : legValue(leg, raw)}</p>
      <p className="text-sm text-muted">{t(`${leg}.what`)}</p>
      <SparkLine
        label={t('course', { name, value: raw === null ? '–' : legValue(leg, raw), ...bounds })}
        values={evaluations.map(({ legs }) => (legs[leg].status === 'used' ? legs[leg].raw : null))}
        tightening={rule.tightening}
        easing={rule.easing}
      />
      <p className="flex flex-wrap gap-x-4 text-xs text-muted">
        <ThresholdKey look="tightening" label={t('tightening', { value: bounds.low })} />
        <ThresholdKey look="easing" label={t('easing', { value: bounds.high })} />
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-sm">
        <dt className="text-muted">{t('scaled')}</dt>
        <dd className="text-right">{scaled === null ? '–' : formatRatio(locale, scaled)}</dd>
        <dt className="text-muted">{t('weight')}</dt>
        <dd className="text-right">{t('ofHundred', { weight: rule.weight })}</dd>
        <dt className="text-muted">{t('date')}</dt>
        <dd className="text-right">
          {date ? (
            <>
              <CalendarDate value={date} />{' '}
              <span className="whitespace-nowrap">({t('age', { days: daysBetween(date, asOf) })})</span>
            </>
          ) : (
            '–'
          )}
        </dd>
        <dt className="text-muted">{t('series')}</dt>
        <dd className="text-right break-words">
          <code>{leg === 'bs' ? (source ?? 'WALCL').replace('+', ' + ') : SERIES[leg]}</code>
        </dd>
        <dt className="text-muted">{t('source')}</dt>
        <dd className="text-right">{t(`${leg}.source`)}</dd>
      </dl>
      {status === 'stale' && <p className="text-sm text-warning">{t('status.stale', { days: rule.maxAge })}</p>}
    </li>
  )
}
