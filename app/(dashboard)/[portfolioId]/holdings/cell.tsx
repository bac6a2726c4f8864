'use client'

import type { ReactNode } from 'react'
import { type Column, isNumeric } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import { useFaultText } from '@/app/(dashboard)/[portfolioId]/holdings/use-fault-text'
import { Icon } from '@/components/ui/icon'

interface Props {
  line: string
  column: Column
  /** True for the one cell that Tab reaches. */
  current: boolean
  editing?: boolean
  readOnly?: boolean
  fault?: string | undefined
  /** For the words of a fault. */
  symbol?: string
  className?: string
  children?: ReactNode
}

const STUCK = 'sticky left-0 z-10 border-r bg-surface group-hover/row:bg-sunken'

/** One cell of the grid. What it does with a key or a click is the grid's business; it only says who it is. */
export function Cell({
  line,
  column,
  current,
  editing,
  readOnly,
  fault,
  symbol = '',
  className = '',
  children,
}: Props) {
  const faultText = useFaultText()
  const id = `${line}-${column}-fault`
  const Tag = column === 'symbol' ? 'th' : 'td'
  return (
    <Tag
      role={column === 'symbol' ? 'rowheader' : 'gridcell'}
      scope={column === 'symbol' ? 'row' : undefined}
      data-line={line}
      data-column={column}
      tabIndex={current ? 0 : -1}
      aria-readonly={readOnly || undefined}
      aria-invalid={fault ? true : undefined}
      aria-describedby={fault ? id : undefined}
      className={
        `h-8 border-b border-line align-top font-normal focus:z-20 focus:outline-2 focus:-outline-offset-2 focus:outline-accent ` +
        `${editing ? 'p-0' : 'px-2 py-1.5'} ${isNumeric(column) ? 'text-right' : 'text-left'} ` +
        `${column === 'symbol' ? STUCK : ''} ${fault ? 'bg-danger-soft' : ''} ${className}`
      }
    >
      {children}
      {fault && (
        <span
          id={id}
          className={`flex min-w-32 gap-1 text-left text-sm whitespace-normal text-danger ${editing ? 'px-2 pb-1' : ''}`}
        >
          <Icon name="error" className="mt-px" />
          <span>{faultText(fault, symbol)}</span>
        </span>
      )}
    </Tag>
  )
}
