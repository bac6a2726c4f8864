'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { NamedAccount } from '@/app/(dashboard)/[portfolioId]/transfer/import/wizard'
import { Input } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { RowHead, Td } from '@/components/ui/table'
import { Money } from '@/components/values/money'
import { LONGEST_NAME, oneLine } from '@/lib/core/field-reading'
import { TAX_TREATMENTS, type TaxTreatment } from '@/lib/core/portfolio'
import type { AccountChoice, ImportAccount } from '@/lib/core/positions-import'

interface Props {
  read: ImportAccount
  to: AccountChoice
  /** Its file's name, where there are several. */
  file: string | null
  accounts: NamedAccount[]
  onChoose: (to: AccountChoice) => void
}

export function AccountLine({ read, to, file, accounts, onChoose }: Props) {
  const t = useTranslations('import.accounts')
  const { name, cash } = read
  return (
    <tr className="max-sm:grid max-sm:grid-cols-1">
      <RowHead className="py-2 pl-4 align-top max-sm:h-auto max-sm:border-b-0 max-sm:pb-0">
        <span className="[overflow-wrap:anywhere]">{name}</span>
        <span className="block text-sm font-normal text-muted [overflow-wrap:anywhere]">
          {read.account !== name && read.account}
        </span>
        {file && <span className="block text-sm font-normal text-muted [overflow-wrap:anywhere]">{file}</span>}
      </RowHead>
      <Td className="py-2 align-top max-sm:h-auto max-sm:border-b-0 max-sm:py-0 max-sm:pl-4">
        {t('holdings', { count: read.holdings })}
        {cash.becomes !== null && (
          <span className="block text-muted">
            {t('cash')} <Money value={cash.becomes} currency={read.currency} />
          </span>
        )}
      </Td>
      <Td className="py-1.5 pr-4 align-top max-sm:h-auto max-sm:pb-3 max-sm:pl-4">
        <div className="grid justify-items-start gap-1.5">
          <span className="flex items-center gap-2">
            <Target read={read} to={to} accounts={accounts} onChoose={onChoose} />
            {read.linked && to.kind === 'existing' && <span className="text-sm text-muted">{t('linked')}</span>}
          </span>
          {to.kind === 'new' && <NewAccount read={read} to={to} onChoose={onChoose} />}
        </div>
      </Td>
    </tr>
  )
}

function Target({ read, to, accounts, onChoose }: Omit<Props, 'file'>) {
  const t = useTranslations('import.accounts')
  const own = accounts.map(({ id, name, currency }) => ({ value: id, label: t('existing', { name, currency }) }))
  const choose = (value: string) => {
    if (value === 'leave') return onChoose({ kind: 'leave' })
    if (value !== 'new') return onChoose({ kind: 'existing', accountId: value })
    onChoose({ kind: 'new', name: read.name, tax: read.tax ?? 'taxable' })
  }
  return (
    <Select
      aria-label={t('into', { name: read.name })}
      options={[...own, { value: 'new', label: t('new') }, { value: 'leave', label: t('leave') }]}
      value={to.kind === 'existing' ? to.accountId : to.kind}
      onChange={(event) => choose(event.target.value)}
      className="w-64 max-w-full"
    />
  )
}

interface NewProps {
  read: ImportAccount
  to: Extract<AccountChoice, { kind: 'new' }>
  onChoose: (to: AccountChoice) => void
}

function NewAccount({ read, to, onChoose }: NewProps) {
  const t = useTranslations('import.accounts')
  const units = useTranslations('units.tax')
  // What is typed; an empty name is not sent.
  const [typed, setTyped] = useState<string | null>(null)
  const rename = (text: string) => {
    setTyped(text)
    if (oneLine(text) !== '') onChoose({ ...to, name: oneLine(text) })
  }
  return (
    <span className="flex flex-wrap gap-1.5">
      <Input
        aria-label={t('name', { name: read.name })}
        value={typed ?? to.name}
        maxLength={LONGEST_NAME}
        autoComplete="off"
        className="w-64! max-w-full"
        onChange={(event) => rename(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      <Select
        aria-label={t('tax', { name: read.name })}
        options={TAX_TREATMENTS.map((tax) => ({ value: tax, label: units(tax) }))}
        value={to.tax}
        onChange={(event) => onChoose({ ...to, tax: event.target.value as TaxTreatment })}
        className="w-36"
      />
    </span>
  )
}
