import { useLocale, useTranslations } from 'next-intl'
import type { View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { ChartFigure, FigureTable } from '@/components/charts/chart-figure'
import { classColor } from '@/components/charts/class-color'
import { roundScale } from '@/components/charts/strip-scale'
import { formatPoints } from '@/components/values/format'
import type { ClassRow } from '@/lib/core/drift'
import { furthestFirst, outsideBands } from '@/lib/core/overview'
import { bps, MILLION, WHOLE } from '@/lib/core/units'

const HEIGHT = 300
const PERCENT = 100
const PER_BP = MILLION / WHOLE
/** Room for the figure at the end of the longest bar, as a part of the scale. */
const LABEL_ROOM = 0.16

/** The edges of a class's band as distances from its target, in whole basis points. */
function edges({ target, band }: NonNullable<ClassRow['adopted']>) {
  const fromTarget = (edge: number) => bps(Math.round(edge / PER_BP - target))
  return [fromTarget(band.lower), fromTarget(band.upper)] as const
}

/** Drift with its tolerance band. */
export function DriftFigure({ view }: { view: View }) {
  const t = useTranslations('charts')
  const units = useTranslations('units')
  const locale = useLocale()
  const held = view.overview.comparison.rows.flatMap((row) => (row.adopted ? [{ row, adopted: row.adopted }] : []))
  const points = held.map(({ row, adopted }) => {
    const [lower, upper] = edges(adopted)
    const drift = adopted.drift ?? bps(0)
    const bandLabel = t('drift.from', { lower: formatPoints(locale, lower), upper: formatPoints(locale, upper) })
    return {
      name: units(`assetClassShort.${row.assetClass}`),
      color: classColor(row.assetClass),
      drift: drift / PERCENT,
      band: [lower / PERCENT, upper / PERCENT] as [number, number],
      outside: adopted.band.side !== 'inside',
      driftLabel: formatPoints(locale, drift),
      bandLabel,
      state: t(`drift.${adopted.band.side}`),
    }
  })
  const lines = points.map((p) => ({ key: p.name, name: p.name, cells: [p.driftLabel, p.bandLabel, p.state] }))
  return (
    <ChartFigure
      title={<DriftTitle view={view} />}
      unit={t('drift.unit')}
      height={HEIGHT}
      chart={{
        kind: 'drift',
        points,
        ticks: driftTicks(points, locale),
        names: { drift: t('drift.name'), band: t('drift.band') },
      }}
      tableTitle={t('table')}
      table={
        <FigureTable
          label={t('drift.label')}
          head={[t('class'), t('drift.name'), t('drift.band'), t('drift.state')]}
          lines={lines}
        />
      }
    />
  )
}

function driftTicks(points: readonly { drift: number; band: [number, number] }[], locale: string) {
  const ends = points.flatMap((p) => [p.drift, ...p.band]).map((value) => value * PERCENT)
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const room = (high - low) * LABEL_ROOM
  const scale = roundScale(low - room, high + room)
  return scale.ticks.map((tick) => ({ value: tick / PERCENT, label: formatPoints(locale, bps(tick), { decimals: 0 }) }))
}

function DriftTitle({ view }: { view: View }) {
  const t = useTranslations('charts.drift')
  const units = useTranslations('units')
  const locale = useLocale()
  const { rows } = view.overview.comparison
  const outside = outsideBands(rows)
  const [first] = outside.length > 0 ? outside : furthestFirst(rows)
  if (!first?.adopted) return t('label')
  const drift = first.adopted.drift ?? bps(0)
  const values = {
    name: units(`assetClass.${first.assetClass}`),
    drift: formatPoints(locale, bps(Math.abs(drift)), { sign: 'negative' }),
  }
  if (outside.length === 0) return t('titleInside', values)
  return t(drift < 0 ? 'titleBelow' : 'titleAbove', { ...values, count: outside.length })
}
