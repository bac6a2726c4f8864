'use client'

import { useTranslations } from 'next-intl'
import type { PasteChoice } from '@/app/(dashboard)/[portfolioId]/holdings/use-paste'
import { Checkbox } from '@/components/ui/checkbox'
import { Select } from '@/components/ui/select'
import type { PastePreview } from '@/lib/flows/paste-holdings'
import { COLUMN_ROLES, type ColumnRole } from '@/lib/formats/paste-limits'

interface Props {
  preview: PastePreview
  choose: (change: Partial<PasteChoice>) => void
}

/** Which column is what, over the first lines as they were pasted; another choice is read at once. */
export function PasteColumns({ preview, choose }: Props) {
  const t = useTranslations('holdings.paste')
  const { roles, header, titles, sample } = preview
  const options = COLUMN_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))
  const setRole = (at: number, role: string) => {
    const wanted = COLUMN_ROLES.find((known) => known === role) ?? 'ignore'
    // A role belongs to one column: it leaves the one that had it.
    choose({ roles: roles.map((old, i): ColumnRole => (i === at ? wanted : old === wanted ? 'ignore' : old)), header })
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold">{t('columns')}</legend>
      <div className="overflow-x-auto rounded-md border border-line">
        <table className="w-full border-separate border-spacing-0 text-sm">
          <thead>
            <tr>
              {roles.map((role, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
                <th key={i} scope="col" className="border-b border-line bg-sunken p-1 text-left font-normal">
                  <Select
                    aria-label={t('columnIs', { number: i + 1, title: titles[i] ?? '' })}
                    options={options}
                    value={role}
                    onChange={(event) => setRole(i, event.target.value)}
                    className="min-w-32"
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...(header ? [titles] : []), ...sample].map((cells, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
              <tr key={line} className={header && line === 0 ? 'font-semibold text-muted' : ''}>
                {cells.map((cell, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <td key={i} className={`max-w-60 truncate px-3 py-1 ${roles[i] === 'ignore' ? 'text-muted' : ''}`}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Checkbox
        label={t('header')}
        checked={header}
        onChange={(event) => choose({ header: event.target.checked, roles })}
      />
    </fieldset>
  )
}
