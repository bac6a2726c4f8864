'use client'

import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { MAPPED_ROLES, type MappedCell, type Mapping, type TableReading } from '@/lib/core/positions-import'

interface Props {
  table: TableReading
  columns: Mapping['columns']
  onColumns: (columns: Mapping['columns']) => void
}

/** A role for each column, above the first rows as they stand and as they are read. */
export function MappingTable({ table: { titles, rows }, columns, onColumns }: Props) {
  const t = useTranslations('import.mapping')
  const options = [
    { value: '', label: t('role.none') },
    ...MAPPED_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) })),
  ]
  const setRole = (at: number, text: string) => {
    const role = MAPPED_ROLES.find((known) => known === text) ?? null
    // A role belongs to one column: it leaves the one that had it.
    onColumns(titles.map((_, i) => (i === at ? role : columns[i] === role ? null : (columns[i] ?? null))))
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section aria-label={t('columns')} tabIndex={0} className="relative overflow-x-auto rounded-md border border-line">
      <table className="w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr>
            <th scope="col" className="border-b border-line bg-sunken px-2 text-right font-semibold text-muted">
              {t('line')}
            </th>
            {titles.map((title, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
              <th key={at} scope="col" className="border-b border-line bg-sunken p-1 text-left font-normal">
                <Select
                  aria-label={t('column', { number: at + 1, title })}
                  options={options}
                  value={columns[at] ?? ''}
                  onChange={(event) => setRole(at, event.target.value)}
                  className="min-w-36"
                />
                <span className="block max-w-60 truncate px-1.5 py-1 font-semibold text-muted" title={title}>
                  {title}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, cells }) => (
            <tr key={line} className="align-top">
              <td className="px-2 py-1 text-right text-muted">{line}</td>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <td key={at} className={`max-w-60 px-2.5 py-1 ${columns[at] ? '' : 'text-muted'}`}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What stands there, and below it what it is read as where that is another thing. */
function Cell({ cell: { text, read, fault } }: { cell: MappedCell }) {
  const t = useTranslations('import.mapping')
  return (
    <>
      <span className="block truncate" title={text}>
        {text}
      </span>
      {read !== null && read !== text && (
        <span className="flex items-center gap-1 text-positive">
          <Icon name="arrow-right" className="size-3.5" />
          <span className="sr-only">{t('readAs')}</span> {read}
        </span>
      )}
      {fault && (
        <span className="flex items-center gap-1 text-danger">
          <Icon name="error" className="size-3.5" /> {t('fault')}
        </span>
      )}
    </>
  )
}
