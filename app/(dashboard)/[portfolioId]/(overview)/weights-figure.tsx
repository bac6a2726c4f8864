import { useLocale, useTranslations } from 'next-intl'
import type { View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { ChartFigure, FigureTable } from '@/components/charts/chart-figure'
import { classColor } from '@/components/charts/class-color'
import { SeriesLegend } from '@/components/charts/series-legend'
import { stripScale } from '@/components/charts/strip-scale'
import { formatPercent } from '@/components/values/format'
import { bps } from '@/lib/core/units'

const HEIGHT = 300
const PERCENT = 100

/** Now against both regimes. */
export function WeightsFigure({ view }: { view: View }) {
  const t = useTranslations('charts')
  const units = useTranslations('units')
  const locale = useLocale()
  const { rows } = view.overview.comparison
  const names = { now: t('now'), tightening: units('regime.tightening'), postQt: units('regime.postQt') }
  const points = rows.map((row) => ({
    name: units(`assetClassShort.${row.assetClass}`),
    color: classColor(row.assetClass),
    now: (row.weight ?? 0) / PERCENT,
    tightening: row.tightening / PERCENT,
    postQt: row.postQt / PERCENT,
    nowLabel: formatPercent(locale, row.weight ?? bps(0)),
    tighteningLabel: formatPercent(locale, row.tightening),
    postQtLabel: formatPercent(locale, row.postQt),
  }))
  const ticks = stripScale(rows).ticks.map((tick) => ({
    value: tick / PERCENT,
    label: formatPercent(locale, bps(tick), { decimals: 0 }),
  }))
  const lines = points.map((p) => ({
    key: p.name,
    name: p.name,
    cells: [p.nowLabel, p.tighteningLabel, p.postQtLabel],
  }))
  return (
    <ChartFigure
      title={<WeightsTitle view={view} />}
      unit={t('weights.unit')}
      legend={<SeriesLegend names={names} />}
      height={HEIGHT}
      chart={{ kind: 'weights', points, ticks, names }}
      tableTitle={t('table')}
      table={
        <FigureTable
          label={t('weights.label')}
          head={[t('class'), names.now, names.tightening, names.postQt]}
          lines={lines}
        />
      }
    />
  )
}

function WeightsTitle({ view }: { view: View }) {
  const t = useTranslations('charts.weights')
  const locale = useLocale()
  const { driftFromTightening, driftFromPostQt } = view.overview.comparison
  const tightening = driftFromTightening ?? bps(0)
  const postQt = driftFromPostQt ?? bps(0)
  const nearer = postQt < tightening ? 'postQt' : postQt > tightening ? 'tightening' : 'neither'
  return t(nearer, { tightening: formatPercent(locale, tightening), postQt: formatPercent(locale, postQt) })
}
