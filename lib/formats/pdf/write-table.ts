import type { Content, TableCell, TableLayout } from 'pdfmake/interfaces'
import { classBarsSvg } from '@/lib/formats/pdf/class-bars'
import { type Face, type Look, MUTED, placed, SMALL, written } from '@/lib/formats/pdf/faces'
import type { Line, PrintedCell, PrintedColumn, PrintedTable } from '@/lib/formats/pdf/printed'

const RULE = '#ccd3da'
const HEAD = '#444'
/** So many characters of a column's title stay on one line. */
const SHORT = 8

/** As SVG: a canvas is not moved along with an unbroken row. */
const BOX =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="11"><rect x="0.5" y="1.5" width="8.5" height="8.5" fill="none" stroke="#111" stroke-width="0.8"/></svg>'

/** A hairline below each row. */
const RULED: TableLayout = {
  hLineWidth: (i, node) => (i === 0 || i === node.table.body.length ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => RULE,
  paddingLeft: (i) => (i === 0 ? 0 : 4),
  paddingRight: (i, node) => (i === (node.table.widths?.length ?? 0) - 1 ? 0 : 4),
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
}

/**
 * A table that goes over pages with its head, and whose rows do not. No `keepWithHeaderRows`: together with unbroken rows it makes the
 * library (0.3.11) put each row on a page of its own.
 */
export function writeTable({ columns, rows, totals, small }: PrintedTable, faces: readonly Face[]): Content {
  const size: Look = small ? { fontSize: SMALL } : {}
  const row = (cells: PrintedCell[]) => columns.map((column, i) => writeCell(cells[i], column, size, faces))
  const head = columns.map((column) => headCell(column, faces))
  const body = [head, ...rows.map(row), ...(totals ? [row(totals)] : [])]
  const widths = columns.map(({ width }) => width)
  return { table: { headerRows: 1, dontBreakRows: true, widths, body }, layout: RULED }
}

const headCell = ({ title, numeric }: PrintedColumn, faces: readonly Face[]): TableCell =>
  placed(written(title, faces, { bold: true, fontSize: SMALL, color: HEAD, noWrap: title.length <= SHORT }), {
    alignment: numeric ? 'right' : 'left',
  }) as TableCell

function writeCell(
  cell: PrintedCell | undefined,
  { numeric, oneLine }: PrintedColumn,
  size: Look,
  faces: readonly Face[],
): TableCell {
  if (cell?.kind === 'box') return { svg: BOX } as TableCell
  if (cell?.kind === 'bars') return { svg: classBarsSvg(cell.bars) } as TableCell
  const write = ({ text, bold, muted }: Line): Content => {
    const look = { ...size, ...(bold && { bold }), ...(muted && MUTED), ...((numeric || oneLine) && { noWrap: true }) }
    const content = written(text, faces, look)
    return numeric ? placed(content, { alignment: 'right' }) : content
  }
  return { stack: (cell?.lines ?? []).map(write) }
}
