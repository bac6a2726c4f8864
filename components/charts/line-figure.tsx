import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import {
  LINE_LOOKS,
  type LineBand,
  type LineChartProps,
  type LineSeries,
  type Range,
} from '@/components/charts/line-data'
import { LineRange } from '@/components/charts/line-range'
import { RegimePatterns, regimeFill } from '@/components/charts/regime-patterns'

interface Props {
  /** The finding, in a sentence with its figures. */
  title: ReactNode
  /** What is measured, in which unit, from which series. */
  unit: ReactNode
  height?: number
  chart: LineChartProps
  /** What the shaded periods are. */
  bandNames?: Partial<Record<LineBand['look'], string>>
  start?: Range
  /** What should be known beside it. */
  note?: ReactNode
  tableTitle: string
  table: ReactNode
}

const HEIGHT = 280

/** A chart of lines under the sentence that says what it shows, with a choice of range and its figures as a table behind it. */
export function LineFigure({ title, unit, height = HEIGHT, chart, bandNames = {}, start = '5', ...rest }: Props) {
  const t = useTranslations('charts.line')
  const id = useId()
  return (
    <figure className="grid grid-cols-[minmax(0,1fr)] content-start gap-3 rounded-lg border border-line bg-surface p-4">
      <figcaption className="grid content-start gap-1">
        <h2 id={id} className="text-lg text-pretty">
          {title}
        </h2>
        <p className="text-sm text-muted">{unit}</p>
        <LineLegend series={chart.series} bandNames={bandNames} />
      </figcaption>
      <LineRange
        chart={chart}
        height={height}
        labelledBy={id}
        label={t('range')}
        names={{ 1: t('ranges.one'), 5: t('ranges.five'), all: t('ranges.all') }}
        start={start}
      />
      {rest.note}
      <details>
        <summary className="py-1 text-sm font-semibold text-accent">{rest.tableTitle}</summary>
        <div className="overflow-x-auto pt-1">{rest.table}</div>
      </details>
    </figure>
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
