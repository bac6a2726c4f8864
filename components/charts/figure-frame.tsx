import type { ReactNode } from 'react'

export interface FigureTexts {
  /** The finding, in a sentence with its figures. */
  title: ReactNode
  /** What is measured, and in which unit. */
  unit: ReactNode
  tableTitle: string
  /** The same figures as text. */
  table: ReactNode
}

interface Props extends FigureTexts {
  /** Of the title, for the chart that it labels. */
  id: string
  legend?: ReactNode
  /** What should be known beside it. */
  note?: ReactNode
  children: ReactNode
}

/** A chart under the sentence that says what it shows, with its figures as a table behind it. */
export function FigureFrame({ id, title, unit, legend, note, tableTitle, table, children }: Props) {
  return (
    <figure className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-surface p-4">
      <figcaption className="grid content-start gap-1">
        <h2 id={id} className="text-lg text-pretty">
          {title}
        </h2>
        <p className="text-sm text-muted">{unit}</p>
        {legend}
      </figcaption>
      {children}
      {note}
      <details className="mt-auto">
        <summary className="py-1 text-sm font-semibold text-accent">{tableTitle}</summary>
        <div className="overflow-x-auto pt-1">{table}</div>
      </details>
    </figure>
  )
}
