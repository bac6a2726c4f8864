import { useTranslations } from 'next-intl'
import { cellWidth } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/cell-width'
import { RowHead, Table, Td, TFoot, Th } from '@/components/ui/table'
import { CalendarDate } from '@/components/values/date'
import { Money } from '@/components/values/money'
import { Percent } from '@/components/values/percent'
import { Price } from '@/components/values/price'
import { Quantity } from '@/components/values/quantity'
import { type Cell, columnTotal, type Sheet } from '@/lib/formats/sheets'

/** So many rows show what a sheet is like; the file has them all. */
const ROWS_SHOWN = 50

/** One sheet of a workbook as a table. */
export function SheetPreview({ sheet }: { sheet: Sheet }) {
  const t = useTranslations('exports.page')
  const rest = sheet.rows.length - ROWS_SHOWN
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <h3 className="font-semibold">
        {sheet.name} <span className="font-normal text-muted">{t('rows', { count: sheet.rows.length })}</span>
      </h3>
      <div className="overflow-x-auto rounded-lg border border-line bg-surface">
        <Table label={sheet.name} className="[&_th]:whitespace-nowrap">
          <thead>
            <tr>
              {sheet.columns.map((column) => (
                <Th key={column.title} numeric={column.numeric ?? false} className="first:pl-4 last:pr-4">
                  {column.title}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.slice(0, ROWS_SHOWN).map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no name but their place
              <tr key={i}>
                {row.map((cell, j) => (
                  <Td
                    key={sheet.columns[j]?.title}
                    numeric={sheet.columns[j]?.numeric ?? isNumber(cell)}
                    className={`first:pl-4 last:pr-4 ${cellWidth(cell?.kind === 'text' ? cell.value : null)}`}
                  >
                    <CellValue cell={cell} />
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
          {sheet.totalLabel !== null && <Totals sheet={sheet} label={sheet.totalLabel} />}
        </Table>
      </div>
      {rest > 0 && <p className="text-sm text-muted">{t('more', { count: rest })}</p>}
    </div>
  )
}

function Totals({ sheet, label }: { sheet: Sheet; label: string }) {
  return (
    <TFoot className="static!">
      <tr className="[&>*]:border-b-0">
        <RowHead className="pl-4">{label}</RowHead>
        {sheet.columns.slice(1).map((column, j) => (
          <Td key={column.title} numeric className="last:pr-4">
            {column.total && <Money value={columnTotal(sheet, j + 1)} symbol={false} />}
          </Td>
        ))}
      </tr>
    </TFoot>
  )
}

const isNumber = (cell: Cell): boolean => cell !== null && cell.kind !== 'text' && cell.kind !== 'date'

/** A cell as the spreadsheet shows it. */
function CellValue({ cell }: { cell: Cell }) {
  if (cell === null) return null
  switch (cell.kind) {
    case 'money':
      return <Money value={cell.value} symbol={false} />
    case 'price':
      return <Price value={cell.value} currency={null} />
    case 'quantity':
      return <Quantity value={cell.value} />
    case 'share':
      return <Percent value={cell.value} />
    case 'date':
      return <CalendarDate value={cell.value} />
    default:
      return cell.value
  }
}
