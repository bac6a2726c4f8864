import type { Content, TableCell, TableLayout } from 'pdfmake/interfaces'
import type { Bps, Cents, IsoDate, Quantity, UnitPrice } from '@/lib/core/units'
import { type Face, type Look, written } from '@/lib/formats/pdf/faces'
import { type Cell, columnTotal, type Sheet } from '@/lib/formats/sheets'

/** How figures are written in the reader's language. Money and prices carry the sign of their currency. */
export interface Figures {
  money: (value: Cents) => string
  price: (value: UnitPrice) => string
  quantity: (value: Quantity) => string
  share: (value: Bps) => string
  date: (value: IsoDate) => string
}

export interface Pen {
  faces: readonly Face[]
  figures: Figures
}

const LINE = '#ccd3da'
const SMALL = 8
/** So many characters of a column's title stay on one line. */
const SHORT = 8

/** A hairline below each row, a stronger one below the head. */
export const RULED: TableLayout = {
  hLineWidth: (i, node) => (i === 0 || i === node.table.body.length ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingLeft: (i) => (i === 0 ? 0 : 4),
  paddingRight: (i, node) => (i === (node.table.widths?.length ?? 0) - 1 ? 0 : 4),
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
}

/**
 * A table that goes over pages with its head, and whose rows do not. No `keepWithHeaderRows`: together with unbroken rows it makes the
 * library (0.3.11) put each row on a page of its own.
 */
export function ruled(widths: (string | number)[], head: TableCell[], rows: TableCell[][]): Content {
  return {
    table: { headerRows: 1, dontBreakRows: true, widths, body: [head, ...rows] },
    layout: RULED,
  }
}

/** More about a piece of content: the library's types do not let one be widened. */
export const placed = (content: Content, more: Placement): Content => ({ ...(content as object), ...more }) as Content

interface Placement {
  alignment?: 'left' | 'right'
  margin?: [number, number, number, number]
  width?: number | '*'
  headlineLevel?: number
}

export const headCell = (text: string, { faces }: Pen, right = false): TableCell =>
  placed(written(text, faces, { bold: true, fontSize: SMALL, color: '#444', noWrap: text.length <= SHORT }), {
    alignment: right ? 'right' : 'left',
  }) as TableCell

export const numberCell = (text: string, { faces }: Pen, look: Look = {}): TableCell =>
  placed(written(text, faces, { noWrap: true, ...look }), { alignment: 'right' }) as TableCell

export const textCell = (text: string, { faces }: Pen, look: Look = {}): TableCell =>
  written(text, faces, look) as TableCell

/** A cell of a sheet as a person reads it. */
export function shown(cell: Cell, { figures }: Pen): string {
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

/** A sheet, or some of its columns, as a table with its totals. Text takes the room that numbers leave. */
export function sheetTable(sheet: Sheet, pen: Pen, keep: readonly number[] = sheet.columns.map((_, i) => i)): Content {
  const numeric = keep.map(
    (i) => sheet.columns[i]?.numeric === true || areFigures(sheet.rows.map((row) => row[i] ?? null)),
  )
  const cellOf = (text: string, j: number, look: Look = {}): TableCell =>
    numeric[j] ? numberCell(text, pen, { fontSize: SMALL, ...look }) : textCell(text, pen, { fontSize: SMALL, ...look })
  const head = keep.map((i, j) => headCell(sheet.columns[i]?.title ?? '', pen, numeric[j]))
  const rows = sheet.rows.map((row) => keep.map((i, j) => cellOf(shown(row[i] ?? null, pen), j)))
  const totals = keep.map((i, j) => {
    const label = j === 0 ? (sheet.totalLabel ?? '') : ''
    const sum = sheet.columns[i]?.total ? pen.figures.money(columnTotal(sheet, i)) : label
    return cellOf(sum, j, { bold: true })
  })
  const widths = numeric.map((n) => (n ? 'auto' : '*'))
  return ruled(widths, head, sheet.totalLabel === null ? rows : [...rows, totals])
}

const areFigures = (cells: readonly Cell[]): boolean => {
  const filled = cells.filter((cell) => cell !== null)
  return filled.length > 0 && filled.every((cell) => cell?.kind !== 'text' && cell?.kind !== 'date')
}
