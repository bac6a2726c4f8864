'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ACCOUNT_CELL, CurrencyChoice, TaxSelect } from '@/app/(dashboard)/[portfolioId]/holdings/account-line'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { newId } from '@/app/(dashboard)/new-id'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/field'
import type { AccountRow } from '@/lib/core/book'
import type { MoneyCurrency } from '@/lib/core/currency'
import { LONGEST_NAME, oneLine } from '@/lib/core/field-reading'
import type { TaxTreatment } from '@/lib/core/portfolio'
import { NO_MONEY } from '@/lib/core/units'

export const NEW_ACCOUNT_FIELD = 'new-account-name'

/** An account that the server does not have yet. */
export const unsavedAccount = (name: string, tax: TaxTreatment, currency: MoneyCurrency): AccountRow => ({
  currency,
  ...{ id: newId(), name, tax, cash: NO_MONEY, reserve: NO_MONEY, version: 0, position: Number.MAX_SAFE_INTEGER },
})

/** The last line of the accounts: a name typed here becomes an account. */
export function NewAccount() {
  const t = useTranslations('holdings.accounts')
  const { accounts, ...desk } = useDesk()
  const [name, setName] = useState('')
  const [tax, setTax] = useState<TaxTreatment>('taxable')
  const [currency, setCurrency] = useState(desk.currency)
  const add = () => {
    const wanted = oneLine(name)
    if (wanted === '') return
    const row = unsavedAccount(wanted, tax, currency)
    accounts.add(row, { name: row.name, tax: row.tax, currency: row.currency })
    setName('')
    setTax('taxable')
    setCurrency(desk.currency)
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
      <td className={ACCOUNT_CELL}>
        <CurrencyChoice label={t('newCurrency')} value={currency} onChange={setCurrency} />
      </td>
      <td colSpan={4} className={ACCOUNT_CELL}>
        <Button icon="plus" disabled={oneLine(name) === ''} onClick={add}>
          {t('add')}
        </Button>
      </td>
    </tr>
  )
}
