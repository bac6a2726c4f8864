import type { ReactNode } from 'react'
import { Table, Th } from '@/components/ui/table'

export interface ListColumn {
  title: string
  /** Said to screen readers only. */
  spoken?: boolean
  numeric?: boolean
  className?: string
}

interface Props {
  /** What the table holds, for screen readers. */
  label: string
  columns: readonly ListColumn[]
  className?: string
  /** The rows. */
  children: ReactNode
}

/** Rows in a frame of their own below a head of titles. */
export function ListTable({ label, columns, className = '', children }: Props) {
  return (
    <div className="rounded-lg border border-line bg-surface">
      <Table label={label} className={className}>
        <thead>
          <tr>
            {columns.map(({ title, spoken, numeric = false, className: own = '' }) => (
              <Th
                key={title}
                numeric={numeric}
                className={`break-keep first:rounded-tl-lg first:pl-4 last:rounded-tr-lg last:pr-4 ${own}`}
              >
                {spoken ? <span className="sr-only">{title}</span> : title}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr:last-child>*]:border-b-0">{children}</tbody>
      </Table>
    </div>
  )
}
