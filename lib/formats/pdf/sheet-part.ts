import type { Figures } from '@/lib/formats/pdf/plan-words'
import { type Block, type PrintedCell, textCell } from '@/lib/formats/pdf/printed'
import { type Cell, columnTotal, type Sheet } from '@/lib/formats/sheets'

/** A sheet of the workbook as a printed table with its totals; nothing where it has no rows. Text takes the room that numbers leave. */
export function sheetBlocks(sheet: Sheet | undefined, label: string, figures: Figures): Block[] {
  if (!sheet || sheet.rows.length === 0) return []
  const columns = sheet.columns.map(({ title, numeric }, i) => {
    const figured = numeric === true || areFigures(sheet.rows.map((row) => row[i] ?? null))
    return { title, numeric: figured, width: figured ? ('auto' as const) : ('*' as const) }
  })
  const rows = sheet.rows.map((row) => columns.map((_, i) => textCell(shown(row[i] ?? null, figures))))
  return [{ kind: 'table', label, columns, rows, totals: totalsOf(sheet, figures), small: true }]
}

function totalsOf(sheet: Sheet, figures: Figures): PrintedCell[] | null {
  const { totalLabel } = sheet
  if (totalLabel === null) return null
  return sheet.columns.map(({ total }, i) => {
    const label = i === 0 ? totalLabel : ''
    return textCell(total ? figures.money(columnTotal(sheet, i)) : label, { bold: true })
  })
}

/** A cell of a sheet as a person reads it. */
function shown(cell: Cell, figures: Figures): string {
  if (cell === null) return ''
  switch (cell.kind) {
    case 'text':
      return cell.value
    case 'count':
      return String(cell.value)
    default:
      return (figures[cell.kind] as (value: unknown) => string)(cell.value)
  }
}

const areFigures = (cells: readonly Cell[]): boolean => {
  const filled = cells.filter((cell) => cell !== null)
  return filled.length > 0 && filled.every((cell) => cell?.kind !== 'text' && cell?.kind !== 'date')
}
