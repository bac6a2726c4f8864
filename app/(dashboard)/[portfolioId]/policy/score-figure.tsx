import { useLocale, useTranslations } from 'next-intl'
import { tableLines } from '@/app/(dashboard)/[portfolioId]/policy/line-table'
import { LITERATURE } from '@/app/(dashboard)/[portfolioId]/policy/literature'
import type { PolicyReading } from '@/app/(dashboard)/[portfolioId]/policy/read-policy'
import { FigureTable } from '@/components/charts/chart-figure'
import type { LineBand } from '@/components/charts/line-data'
import { LineFigure } from '@/components/charts/line-figure'
import { formatDate, formatRatio } from '@/components/values/format'
import { dayNumber } from '@/lib/core/day-number'
import type { Evaluation } from '@/lib/core/regime'
import { THRESHOLDS } from '@/lib/core/regime/hysteresis'
import type { Spell } from '@/lib/core/regime-snapshot'

const DIGITS = 2
const round = (value: number) => Math.round(value * 10_000) / 10_000

/** The score over time with the measured states behind it. */
export function ScoreFigure({ reading, measured }: { reading: PolicyReading; measured: Evaluation }) {
  const t = useTranslations('policy.score')
  const charts = useTranslations('charts')
  const states = useTranslations('units.regimeState')
  const locale = useLocale()
  const days = reading.evaluations.map(({ friday }) => dayNumber(friday))
  const values = reading.evaluations.map(({ score }) => (score === null ? null : round(score)))
  const series = [{ name: t('name'), look: 'first' as const, values }]
  return (
    <LineFigure
      title={<ScoreTitle measured={measured} />}
      unit={t(`unit.${reading.origin}`)}
      chart={{
        days,
        series,
        digits: DIGITS,
        domain: [0, 1],
        bands: bandsOf(reading.spells),
        thresholds: [THRESHOLDS.enterTightening, THRESHOLDS.leave, THRESHOLDS.enterPostQt].map((value) => ({
          value,
          label: formatRatio(locale, value),
        })),
      }}
      bandNames={{ tightening: states('tightening'), postQt: states('postQt') }}
      start="all"
      note={
        <div className="grid max-w-3xl gap-1 text-sm">
          <p>{t('inSample')}</p>
          <p className="text-muted">
            {t('literature')} <span lang="en">{LITERATURE.join('; ')}.</span>
          </p>
        </div>
      }
      tableTitle={charts('table')}
      table={
        <FigureTable
          label={t('label')}
          head={[t('month'), t('name')]}
          lines={tableLines(locale, { days, series, digits: DIGITS })}
        />
      }
    />
  )
}

function bandsOf(spells: readonly Spell[]): LineBand[] {
  return spells.flatMap(({ from, to, state }) =>
    state === 'neutral' ? [] : [{ from: dayNumber(from), to: dayNumber(to), look: state }],
  )
}

function ScoreTitle({ measured: { held, score, friday } }: { measured: Evaluation }) {
  const t = useTranslations('policy.score.title')
  const locale = useLocale()
  const of = { score: formatRatio(locale, score ?? 0), date: formatDate(locale, friday) }
  const { leave, enterPostQt, enterTightening } = THRESHOLDS
  if (held === 'neutral') {
    return t('neutral', { ...of, low: formatRatio(locale, enterTightening), high: formatRatio(locale, enterPostQt) })
  }
  const beside = (score ?? 0) < leave ? 'below' : 'above'
  const away = formatRatio(locale, Math.abs((score ?? 0) - leave))
  return t(held, { ...of, away, beside, threshold: formatRatio(locale, leave) })
}
