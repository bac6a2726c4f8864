import { type ReactNode, useId } from 'react'
import type { ChartProps } from '@/components/charts/chart-data'
import { LazyChart } from '@/components/charts/lazy-chart'

interface Props {
  /** The finding, in a sentence with its figures. */
  title: ReactNode
  /** What is measured, and in which unit. */
  unit: ReactNode
  legend?: ReactNode
  height: number
  /** Null when there is nothing to draw: the title says so. */
  chart: ChartProps | null
  tableTitle: string
  /** The same figures as text. */
  table: ReactNode
}

/** A chart under the sentence that says what it shows, with its figures as a table behind it. */
export function ChartFigure({ title, unit, legend, height, chart, tableTitle, table }: Props) {
  const id = useId()
  return (
    <figure className="grid grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr_auto] gap-3 rounded-lg border border-line bg-surface p-4">
      <figcaption className="grid content-start gap-1">
        <h2 id={id} className="text-lg text-pretty">
          {title}
        </h2>
        <p className="text-sm text-muted">{unit}</p>
        {legend}
      </figcaption>
      {chart && <LazyChart height={height} labelledBy={id} {...chart} />}
      <details className="self-end">
        <summary className="py-1 text-sm font-semibold text-accent">{tableTitle}</summary>
        <div className="overflow-x-auto pt-1">{table}</div>
      </details>
    </figure>
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
