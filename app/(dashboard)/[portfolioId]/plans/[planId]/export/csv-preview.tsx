import { useTranslations } from 'next-intl'
import { cellWidth } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/cell-width'
import { Table, Td, Th } from '@/components/ui/table'
import { csvRecords } from '@/lib/formats/csv-records'

const ROWS_SHOWN = 50
const NUMBER = /^-?\d[\d.]*$/

/** The cells of a CSV file as they stand in it. */
export function CsvPreview({ label, text }: { label: string; text: string }) {
  const t = useTranslations('exports.page')
  const [header, ...rows] = csvRecords(text.replace(/^\uFEFF/, ''))
  const rest = rows.length - ROWS_SHOWN
  const numeric = (header?.cells ?? []).map((_, j) => rows.some(({ cells }) => NUMBER.test(cells[j] ?? '')))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <p className="text-muted">{t('rows', { count: rows.length })}</p>
      <div className="overflow-x-auto rounded-lg border border-line bg-surface">
        <Table label={label}>
          <thead>
            <tr>
              {header?.cells.map((title, j) => (
                <Th key={title} numeric={numeric[j] ?? false} className="whitespace-nowrap first:pl-4 last:pr-4">
                  {title}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, ROWS_SHOWN).map(({ line, cells }) => (
              <tr key={line}>
                {cells.map((cell, j) => (
                  <Td
                    key={header?.cells[j]}
                    numeric={numeric[j] ?? false}
                    className={`first:pl-4 last:pr-4 ${cellWidth(cell)}`}
                  >
                    {NUMBER.test(cell) ? (
                      <span className="money whitespace-nowrap">
                        <span className="amount">{cell}</span>
                      </span>
                    ) : (
                      cell
                    )}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      {rest > 0 && <p className="text-sm text-muted">{t('more', { count: rest })}</p>}
    </div>
  )
}
