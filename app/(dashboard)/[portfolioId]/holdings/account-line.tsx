'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { SaveMark } from '@/app/(dashboard)/[portfolioId]/holdings/row-marks'
import { StoredInput } from '@/app/(dashboard)/[portfolioId]/holdings/stored-input'
import { type AccountEntry, shownAccount } from '@/app/(dashboard)/[portfolioId]/holdings/use-accounts'
import { useFaultText } from '@/app/(dashboard)/[portfolioId]/holdings/use-fault-text'
import { Button, IconButton } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { formatMoney } from '@/components/values/format'
import { type AccountTexts, accountTexts } from '@/lib/core/account-fields'
import { isMoneyCurrency, MONEY_CURRENCIES, type MoneyCurrency } from '@/lib/core/currency'
import { LONGEST_NAME } from '@/lib/core/field-reading'
import { TAX_TREATMENTS, type TaxTreatment } from '@/lib/core/portfolio'

interface Props {
  entry: AccountEntry
  isFirst: boolean
  isLast: boolean
  onMove: (by: number) => void
}

export const ACCOUNT_CELL = 'border-b border-line px-1 py-0.5 align-top'

/** One account; every field saves itself when it is left. */
export function AccountLine({ entry, isFirst, isLast, onMove }: Props) {
  const t = useTranslations('holdings.accounts')
  const { accounts } = useDesk()
  const { id, name } = entry.row
  return (
    <tr>
      <td className={ACCOUNT_CELL}>
        <AccountInput entry={entry} field="name" maxLength={LONGEST_NAME} className="min-w-36 font-semibold" />
      </td>
      <td className={ACCOUNT_CELL}>
        <TaxSelect
          label={t('taxOf', { name })}
          value={shownAccount(entry).tax}
          onChange={(tax) => accounts.type(id, { tax })}
        />
      </td>
      <td className={ACCOUNT_CELL}>
        <CurrencyChoice
          label={t('currencyOf', { name })}
          value={shownAccount(entry).currency}
          onChange={(currency) => accounts.type(id, { currency })}
        />
      </td>
      <td className={ACCOUNT_CELL}>
        <AccountInput entry={entry} field="cash" inputMode="decimal" className="amount-input min-w-28 text-right" />
      </td>
      <td className={ACCOUNT_CELL}>
        <AccountInput entry={entry} field="reserve" inputMode="decimal" className="amount-input min-w-28 text-right" />
      </td>
      <td className={`${ACCOUNT_CELL} w-full px-2! py-2!`}>
        {entry.theirs ? <AccountConflict entry={entry} theirs={entry.theirs} /> : <SaveMark entry={entry} />}
        {entry.state === 'gone' && <Button onClick={() => accounts.drop(id)}>{t('letGo')}</Button>}
      </td>
      <td className={`${ACCOUNT_CELL} whitespace-nowrap`}>
        <IconButton icon="arrow-up" label={t('up', { name })} disabled={isFirst} onClick={() => onMove(-1)} />
        <IconButton icon="arrow-down" label={t('down', { name })} disabled={isLast} onClick={() => onMove(1)} />
        <IconButton icon="trash" label={t('remove', { name })} onClick={() => accounts.remove(id)} />
      </td>
    </tr>
  )
}

export function TaxSelect({
  label,
  value,
  onChange,
}: {
  label: string
  value: TaxTreatment
  onChange: (tax: TaxTreatment) => void
}) {
  const t = useTranslations('units.tax')
  const options = TAX_TREATMENTS.map((tax) => ({ value: tax, label: t(tax) }))
  const choose = (text: string) => {
    const tax = TAX_TREATMENTS.find((treatment) => treatment === text)
    if (tax) onChange(tax)
  }
  return (
    <Select
      aria-label={label}
      options={options}
      value={value}
      onChange={(event) => choose(event.target.value)}
      className="w-36"
    />
  )
}

/** In which money an account is kept. */
export function CurrencyChoice({
  label,
  value,
  onChange,
}: {
  label: string
  value: MoneyCurrency
  onChange: (currency: MoneyCurrency) => void
}) {
  const options = MONEY_CURRENCIES.map((currency) => ({ value: currency, label: currency }))
  return (
    <Select
      aria-label={label}
      options={options}
      value={value}
      onChange={(event) => isMoneyCurrency(event.target.value) && onChange(event.target.value)}
      className="w-24"
    />
  )
}

type TextField = Exclude<keyof AccountTexts, 'tax' | 'currency'>

interface InputProps {
  entry: AccountEntry
  field: TextField
  className: string
  maxLength?: number
  inputMode?: 'decimal'
}

function AccountInput({ entry, field, ...rest }: InputProps) {
  const t = useTranslations('holdings.accounts')
  const locale = useLocale()
  const faultText = useFaultText()
  const { accounts } = useDesk()
  const { id, name } = entry.row
  const account = shownAccount(entry)
  const fault = entry.errors[field]
  const shown =
    field === 'name' ? account.name : formatMoney(locale, account[field], account.currency, { symbol: false })
  return (
    <StoredInput
      label={t(`${field}Of`, { name })}
      shown={fault ? (entry.texts[field] ?? '') : shown}
      typed={fault ? (entry.texts[field] ?? '') : accountTexts(account)[field]}
      fault={fault ? faultText(fault) : null}
      onStore={(text) => accounts.type(id, { [field]: text })}
      {...rest}
    />
  )
}

function AccountConflict({ entry, theirs }: { entry: AccountEntry; theirs: AccountEntry['row'] }) {
  const t = useTranslations('holdings')
  const { accounts } = useDesk()
  const now = accountTexts(theirs)
  const was = accountTexts(entry.row)
  const fields = (['name', 'currency', 'cash', 'reserve'] as const).filter(
    (field) => field in entry.texts || was[field] !== now[field],
  )
  return (
    <div role="alert" className="grid gap-1 rounded-md bg-warning-soft p-2">
      <p className="font-semibold">
        {t(entry.removing ? 'conflict.titleRemoving' : 'conflict.title', { symbol: entry.row.name })}
      </p>
      <ul>
        {fields.map((field) => (
          <li key={field}>
            {t('conflict.sides', {
              column: t(`accounts.${field}`),
              mine: entry.texts[field] ?? was[field],
              theirs: now[field],
            })}
          </li>
        ))}
      </ul>
      <span className="flex gap-2">
        <Button onClick={() => accounts.takeTheirs(theirs.id)}>{t('conflict.takeTheirs')}</Button>
        <Button variant="primary" onClick={() => accounts.adopt(theirs)}>
          {t('conflict.keepMine')}
        </Button>
      </span>
    </div>
  )
}
