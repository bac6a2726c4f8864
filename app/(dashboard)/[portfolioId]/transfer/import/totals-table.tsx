'use client'

import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/card'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td } from '@/components/ui/table'
import { MoneyChange } from '@/components/values/change'
import { Money } from '@/components/values/money'
import type { ImportPreview } from '@/lib/core/positions-import'

/** What the files say that each account is worth, beside what it is worth here after the import. */
export function TotalsTable({ preview: { totals, accounts, files } }: { preview: ImportPreview }) {
  const t = useTranslations('import.totals')
  if (totals.length === 0) return null
  const nameOf = (file: number, id: string) =>
    accounts.find((one) => one.file === file && one.account === id)?.name ?? id
  return (
    <Section title={t('title')} description={t('description')}>
      <ListTable
        label={t('title')}
        columns={[
          { title: t('account') },
          { title: t('stated'), numeric: true },
          { title: t('ours'), numeric: true },
          { title: t('difference'), numeric: true },
        ]}
      >
        {totals.map((total) => (
          <tr key={`${total.file} ${total.account} ${total.currency}`}>
            <RowHead className="py-1 pl-4">
              <span className="[overflow-wrap:anywhere]">{nameOf(total.file, total.account)}</span>
              <span className="block text-sm font-normal text-muted [overflow-wrap:anywhere]">
                {files.length > 1 && files[total.file]?.name}{' '}
                {total.unpriced > 0 && t('unpriced', { count: total.unpriced })}
              </span>
            </RowHead>
            <Td numeric>
              <Money value={total.stated} currency={total.currency} />
            </Td>
            <Td numeric>
              <Money value={total.ours} currency={total.currency} />
            </Td>
            <Td numeric className="pr-4">
              <MoneyChange value={total.difference} currency={total.currency} />
            </Td>
          </tr>
        ))}
      </ListTable>
    </Section>
  )
}
