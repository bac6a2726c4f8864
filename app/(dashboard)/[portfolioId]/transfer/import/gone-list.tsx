'use client'

import { useTranslations } from 'next-intl'
import type { NamedAccount } from '@/app/(dashboard)/[portfolioId]/transfer/import/wizard'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td } from '@/components/ui/table'
import { Quantity } from '@/components/values/quantity'
import type { GoneHolding } from '@/lib/core/positions-import'

interface Props {
  gone: readonly GoneHolding[]
  accounts: readonly NamedAccount[]
  /** Ids of those that are to go. */
  removed: readonly string[]
  onRemove: (ids: string[]) => void
}

/** Holdings that the files no longer have; they stay unless they are ticked. */
export function GoneList({ gone, accounts, removed, onRemove }: Props) {
  const t = useTranslations('import.gone')
  if (gone.length === 0) return null
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  const tick = (id: string) => onRemove(removed.includes(id) ? removed.filter((one) => one !== id) : [...removed, id])
  return (
    <Section
      title={t('title', { count: gone.length })}
      description={t('description')}
      actions={
        gone.length > 1 && (
          <>
            <Button onClick={() => onRemove(gone.map(({ holdingId }) => holdingId))}>{t('all')}</Button>
            <Button onClick={() => onRemove([])}>{t('none')}</Button>
          </>
        )
      }
    >
      <ListTable
        label={t('title', { count: gone.length })}
        columns={[
          { title: t('remove'), className: 'w-20' },
          { title: t('symbol') },
          { title: t('account') },
          { title: t('quantity'), numeric: true },
        ]}
      >
        {gone.map(({ holdingId, accountId, symbol, name, quantity }) => (
          <tr key={holdingId}>
            <Td className="pl-4">
              <input
                type="checkbox"
                aria-label={t('removeOf', { symbol, account: names.get(accountId) ?? '' })}
                className="size-4 accent-accent"
                checked={removed.includes(holdingId)}
                onChange={() => tick(holdingId)}
              />
            </Td>
            <RowHead className="py-1">
              {symbol}
              <span className="block max-w-80 truncate max-sm:max-w-28 text-sm font-normal text-muted">{name}</span>
            </RowHead>
            <Td>{names.get(accountId)}</Td>
            <Td numeric className="pr-4">
              <Quantity value={quantity} />
            </Td>
          </tr>
        ))}
      </ListTable>
    </Section>
  )
}
