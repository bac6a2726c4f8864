'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Pager } from '@/app/(dashboard)/[portfolioId]/transfer/import/pager'
import { RowOutcome } from '@/app/(dashboard)/[portfolioId]/transfer/import/row-outcome'
import { Table, Td, Th } from '@/components/ui/table'
import type { ImportFile, ImportRow } from '@/lib/core/positions-import'

/** So many rows at once keep a page of ten thousand quick. */
const PAGE = 200

interface Props {
  label: string
  rows: readonly ImportRow[]
  files: readonly ImportFile[]
}

/** Rows of the files with their line, their text and what becomes of them; in pages. On a phone what becomes of a row stands below it. */
export function RowTable({ label, rows, files }: Props) {
  const t = useTranslations('import.rows')
  const [chosen, setPage] = useState(0)
  const page = Math.min(chosen, Math.max(0, Math.ceil(rows.length / PAGE) - 1))
  if (rows.length === 0) return <p className="text-muted">{t('nothing')}</p>
  return (
    <>
      <div className="rounded-lg border border-line bg-surface">
        <Table label={label} className="table-fixed max-sm:block sm:min-w-[40rem]">
          <thead className="max-sm:sr-only">
            <tr>
              <Th numeric className={`rounded-tl-lg pl-4 ${files.length > 1 ? 'w-40' : 'w-16'}`}>
                {t('line')}
              </Th>
              <Th className="w-[45%]">{t('row')}</Th>
              <Th className="rounded-tr-lg pr-4">{t('outcome')}</Th>
            </tr>
          </thead>
          <tbody className="max-sm:block [&>tr:last-child>*]:border-b-0">
            {rows.slice(page * PAGE, (page + 1) * PAGE).map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one line may hold several rows
              <RowLine key={`${row.file} ${row.line} ${at}`} row={row} files={files} />
            ))}
          </tbody>
        </Table>
      </div>
      <Pager label={t('pages')} page={page} size={PAGE} total={rows.length} onPage={setPage} />
    </>
  )
}

function RowLine({ row, files }: { row: ImportRow; files: readonly ImportFile[] }) {
  const t = useTranslations('import.rows')
  const { file, line } = row
  return (
    <tr className="align-top max-sm:grid max-sm:grid-cols-[3.5rem_minmax(0,1fr)]">
      <Td numeric className="py-1 pl-4 text-muted [overflow-wrap:anywhere] max-sm:h-auto max-sm:border-b-0 max-sm:pl-2">
        {files.length > 1 ? t('lineOf', { file: files[file]?.name ?? '', line }) : line}
      </Td>
      <Td className="py-1 max-sm:h-auto max-sm:border-b-0">
        <RowText row={row} />
      </Td>
      <Td className="py-1 pr-4 max-sm:col-span-2 max-sm:h-auto max-sm:pb-2 max-sm:pl-16">
        <RowOutcome row={row} files={files} />
      </Td>
    </tr>
  )
}

/** The symbol where there is one, and the line as it stands. It holds amounts, which hide with all others. */
function RowText({ row: { symbol, name, text } }: { row: ImportRow }) {
  return (
    <>
      {symbol && (
        <span className="block truncate">
          <span className="font-semibold">{symbol}</span> <span className="text-muted">{name}</span>
        </span>
      )}
      <span className="money block truncate font-mono text-sm text-muted" title={text}>
        <span className="amount">{text}</span>
      </span>
    </>
  )
}
