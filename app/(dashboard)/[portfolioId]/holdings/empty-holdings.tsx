'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TaxSelect } from '@/app/(dashboard)/[portfolioId]/holdings/account-line'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { unsavedAccount } from '@/app/(dashboard)/[portfolioId]/holdings/new-account'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, Input } from '@/components/ui/field'
import { Money } from '@/components/values/money'
import { Quantity } from '@/components/values/quantity'
import { LONGEST_NAME, oneLine } from '@/lib/core/field-reading'
import type { TaxTreatment } from '@/lib/core/portfolio'
import { cents, ONE, quantity } from '@/lib/core/units'

/** Before the first account: the one next action beside a faint real example. */
export function EmptyHoldings() {
  const t = useTranslations('holdings.empty')
  return <EmptyState title={t('title')} body={t('body')} action={<FirstAccount />} example={<Example />} />
}

function FirstAccount() {
  const t = useTranslations('holdings')
  const { accounts, currency, portfolioId } = useDesk()
  const [name, setName] = useState('')
  const [tax, setTax] = useState<TaxTreatment>('taxable')
  const ready = oneLine(name) !== ''
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        const row = unsavedAccount(oneLine(name), tax, currency)
        if (ready) accounts.add(row, { name: row.name, tax: row.tax, currency })
      }}
    >
      <Field label={t('empty.name')} className="w-56">
        <Input
          value={name}
          placeholder={t('empty.namePlaceholder')}
          maxLength={LONGEST_NAME}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <div className="grid gap-1">
        <span aria-hidden className="text-sm font-semibold">
          {t('accounts.tax')}
        </span>
        <TaxSelect label={t('accounts.tax')} value={tax} onChange={setTax} />
      </div>
      <Button type="submit" variant="primary" disabled={!ready}>
        {t('empty.action')}
      </Button>
      <ButtonLink href={`/${portfolioId}/transfer/import`}>{t('empty.import')}</ButtonLink>
    </form>
  )
}

const EXAMPLE = [
  { symbol: 'VTI', name: 'Vanguard Total Stock Market ETF', held: 120n, value: 3_612_000n },
  { symbol: 'BND', name: 'Vanguard Total Bond Market ETF', held: 310n, value: 2_278_500n },
  { symbol: 'SGOV', name: 'iShares 0-3 Month Treasury Bond ETF', held: 90n, value: 905_400n },
] as const

function Example() {
  const t = useTranslations('holdings.column')
  const units = useTranslations('units.currency')
  const { currency } = useDesk()
  return (
    <table className="w-full">
      <thead className="text-sm text-muted">
        <tr className="h-8">
          <th className="text-left">{t('symbol')}</th>
          <th className="text-left">{t('name')}</th>
          <th className="text-right">{t('quantity')}</th>
          <th className="text-right">{t('value', { currency: units(currency) })}</th>
        </tr>
      </thead>
      <tbody>
        {EXAMPLE.map((row) => (
          <tr key={row.symbol} className="h-8">
            <td className="pr-3 font-semibold">{row.symbol}</td>
            <td className="pr-3">{row.name}</td>
            <td className="pr-3 text-right">
              <Quantity value={quantity(row.held * ONE)} />
            </td>
            <td className="text-right">
              <Money value={cents(row.value)} symbol={false} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
