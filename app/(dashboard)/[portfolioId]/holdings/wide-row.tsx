'use client'

import type { ReactNode } from 'react'
import { useColumns } from '@/app/(dashboard)/[portfolioId]/holdings/columns-context'

/** A row of the grid with one cell over all columns; on a narrow screen its content stays in view while the grid scrolls sideways. */
export function Wide({ children }: { children: ReactNode }) {
  const columns = useColumns()
  return (
    <tr>
      <td colSpan={columns.length} className="border-b border-line p-0">
        <div className="sticky left-0 w-[min(100%,100cqw)] px-2 py-2">{children}</div>
      </td>
    </tr>
  )
}
