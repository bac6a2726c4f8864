import { useTranslations } from 'next-intl'
import { PaperText } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/paper-text'
import { Table, Td, Th } from '@/components/ui/table'
import { BARS_HEIGHT, BARS_WIDTH, type ClassBars, classBars } from '@/lib/formats/pdf/class-bars'
import type { PrintedCell, PrintedColumn, PrintedTable } from '@/lib/formats/pdf/printed'

/** So many rows show what a table is like; the file has them all. */
const ROWS_SHOWN = 50
const FILL = { base: 'fill-line', before: 'fill-line-strong', after: 'fill-accent', target: 'fill-ink' } as const

/** A table of a printed plan. */
export function PrintedTableView({ table: { label, columns, rows, totals } }: { table: PrintedTable }) {
  const t = useTranslations('exports.page')
  const rest = rows.length - ROWS_SHOWN
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1 overflow-x-auto">
      <Table label={label}>
        <thead>
          <tr>
            {columns.map(({ title, numeric = false }, j) =>
              title ? (
                <Th key={title} numeric={numeric}>
                  {title}
                </Th>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column without a title has no name but its place
                <Td key={j} className="bg-sunken" />
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS_SHOWN).map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a page have no name but their place
            <Row key={i} cells={row} columns={columns} />
          ))}
          {totals && <Row cells={totals} columns={columns} />}
        </tbody>
      </Table>
      {rest > 0 && <p className="text-sm text-muted">{t('more', { count: rest })}</p>}
    </div>
  )
}

function Row({ cells, columns }: { cells: PrintedCell[]; columns: PrintedColumn[] }) {
  return (
    <tr className="align-top">
      {columns.map(({ title, numeric = false, oneLine }, j) => (
        <Td
          key={title || j}
          numeric={numeric}
          className={`py-1 ${numeric || oneLine ? 'whitespace-nowrap' : '[overflow-wrap:anywhere]'}`}
        >
          {cells[j] && <CellView cell={cells[j]} />}
        </Td>
      ))}
    </tr>
  )
}

function CellView({ cell }: { cell: PrintedCell }) {
  if (cell.kind === 'box') return <span aria-hidden className="mt-0.5 block size-3.5 border border-ink" />
  if (cell.kind === 'bars') return <Bars bars={cell.bars} />
  return cell.lines.map(({ text, bold, muted }, i) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of a cell have no name but their place
      key={i}
      className={`block ${bold ? 'font-semibold' : ''} ${muted ? 'text-sm text-muted' : ''}`}
    >
      <PaperText text={text} />
    </span>
  ))
}

function Bars({ bars }: { bars: ClassBars }) {
  return (
    <svg aria-hidden width={BARS_WIDTH} height={BARS_HEIGHT} className="mt-1">
      {classBars(bars).map(({ mark, ...place }) => (
        <rect key={mark} {...place} className={FILL[mark]} />
      ))}
    </svg>
  )
}
