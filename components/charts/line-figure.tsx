import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { FigureFrame, type FigureTexts } from '@/components/charts/figure-frame'
import {
  LINE_LOOKS,
  type LineBand,
  type LineChartProps,
  type LineSeries,
  type Range,
} from '@/components/charts/line-data'
import { LineRange } from '@/components/charts/line-range'
import { RegimePatterns, regimeFill } from '@/components/charts/regime-patterns'

interface Props extends FigureTexts {
  height?: number
  chart: LineChartProps
  /** What the shaded periods are. */
  bandNames?: Partial<Record<LineBand['look'], string>>
  start?: Range
  note?: ReactNode
}

const HEIGHT = 280

/** A figure of lines over time, with a choice of range. */
export function LineFigure({ height = HEIGHT, chart, bandNames = {}, start = '5', ...texts }: Props) {
  const t = useTranslations('charts.line')
  const id = useId()
  return (
    <FigureFrame id={id} legend={<LineLegend series={chart.series} bandNames={bandNames} />} {...texts}>
      <LineRange
        chart={chart}
        height={height}
        labelledBy={id}
        label={t('range')}
        names={{ 1: t('ranges.one'), 5: t('ranges.five'), all: t('ranges.all') }}
        start={start}
      />
    </FigureFrame>
  )
}

function LineLegend({ series, bandNames }: { series: readonly LineSeries[]; bandNames: Props['bandNames'] }) {
  const prefix = useId()
  const bands = (['tightening', 'postQt'] as const).flatMap((look) => {
    const name = bandNames?.[look]
    return name ? [{ look, name }] : []
  })
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {series.map(({ name, look }) => (
        <li key={name} className="inline-flex items-center gap-1.5">
          <svg aria-hidden width={26} height={10}>
            <line
              x1={0}
              x2={26}
              y1={5}
              y2={5}
              strokeWidth={2}
              stroke={LINE_LOOKS[look].stroke}
              strokeDasharray={LINE_LOOKS[look].dash}
            />
          </svg>
          {name}
        </li>
      ))}
      {bands.map(({ look, name }) => (
        <li key={look} className="inline-flex items-center gap-1.5">
          <svg aria-hidden width={22} height={11}>
            <RegimePatterns prefix={prefix} />
            <rect x={0.5} y={0.5} width={21} height={10} {...regimeFill(prefix, look)} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
