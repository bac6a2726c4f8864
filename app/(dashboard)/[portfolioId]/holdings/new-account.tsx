'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ACCOUNT_CELL, TaxSelect } from '@/app/(dashboard)/[portfolioId]/holdings/account-line'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { newId } from '@/app/(dashboard)/new-id'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/field'
import type { AccountRow } from '@/lib/core/book'
import { LONGEST_NAME, oneLine } from '@/lib/core/field-reading'
import type { TaxTreatment } from '@/lib/core/portfolio'
import { NO_MONEY } from '@/lib/core/units'

export const NEW_ACCOUNT_FIELD = 'new-account-name'

/** An account that the server does not have yet. */
export const unsavedAccount = (name: string, tax: TaxTreatment): AccountRow => ({
  currency: 'USD',
  ...{ id: newId(), name, tax, cash: NO_MONEY, reserve: NO_MONEY, version: 0, position: Number.MAX_SAFE_INTEGER },
})

/** The last line of the accounts: a name typed here becomes an account. */
export function NewAccount() {
  const t = useTranslations('holdings.accounts')
  const { accounts } = useDesk()
  const [name, setName] = useState('')
  const [tax, setTax] = useState<TaxTreatment>('taxable')
  const add = () => {
    const wanted = oneLine(name)
    if (wanted === '') return
    const row = unsavedAccount(wanted, tax)
    accounts.add(row, { name: row.name, tax: row.tax })
    setName('')
    setTax('taxable')
  }
  return (
    <tr>
      <td className={ACCOUNT_CELL}>
        <Input
          id={NEW_ACCOUNT_FIELD}
          aria-label={t('newName')}
          placeholder={t('newPlaceholder')}
          maxLength={LONGEST_NAME}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) add()
          }}
          className="min-w-36"
        />
      </td>
      <td className={ACCOUNT_CELL}>
        <TaxSelect label={t('newTax')} value={tax} onChange={setTax} />
      </td>
      <td colSpan={4} className={ACCOUNT_CELL}>
        <Button icon="plus" disabled={oneLine(name) === ''} onClick={add}>
          {t('add')}
        </Button>
      </td>
    </tr>
  )
}
