import { type ReactNode, useId } from 'react'
import type { ChartProps } from '@/components/charts/chart-data'
import { FigureFrame, type FigureTexts } from '@/components/charts/figure-frame'
import { LazyChart } from '@/components/charts/lazy-chart'

interface Props extends FigureTexts {
  legend?: ReactNode
  height: number
  /** Null when there is nothing to draw: the title says so. */
  chart: ChartProps | null
}

/** A figure whose chart, of one size, loads when it comes into view. */
export function ChartFigure({ height, chart, ...texts }: Props) {
  const id = useId()
  return (
    <FigureFrame id={id} {...texts}>
      {chart && <LazyChart height={height} labelledBy={id} {...chart} />}
    </FigureFrame>
  )
}

/** A table of figures: the first cell of each line names it, the others are numbers. */
export function FigureTable({
  label,
  head,
  lines,
}: {
  label: string
  head: readonly string[]
  lines: readonly FigureLine[]
}) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr>
          {head.map((name, i) => (
            <th key={name} scope="col" className={`border-b border-line py-1 font-semibold text-muted ${side(i)}`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row" className="border-b border-line py-1 text-left font-normal">
              {line.name}
            </th>
            {line.cells.map((cell, i) => (
              <td key={head[i + 1]} className="border-b border-line py-1 pl-3 text-right">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const side = (column: number) => (column === 0 ? 'text-left' : 'pl-3 text-right')

export interface FigureLine {
  key: string
  name: ReactNode
  cells: readonly ReactNode[]
}
