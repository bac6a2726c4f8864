'use client'

import { useTranslations } from 'next-intl'
import { AccountLine } from '@/app/(dashboard)/[portfolioId]/transfer/import/account-line'
import { withAccount } from '@/app/(dashboard)/[portfolioId]/transfer/import/choices'
import { StepFrame } from '@/app/(dashboard)/[portfolioId]/transfer/import/step-frame'
import type { WizardState } from '@/app/(dashboard)/[portfolioId]/transfer/import/use-wizard'
import type { NamedAccount } from '@/app/(dashboard)/[portfolioId]/transfer/import/wizard'
import { Table, Th } from '@/components/ui/table'
import type { ImportPreview } from '@/lib/core/positions-import'

interface Props {
  wizard: WizardState
  preview: ImportPreview
  accounts: NamedAccount[]
}

/** Each account of each file and where it goes: into one that is there, into a new one, or nowhere. */
export function AccountsStep({ wizard, preview, accounts }: Props) {
  const t = useTranslations('import.accounts')
  const { choices, choose } = wizard
  return (
    <StepFrame wizard={wizard} title={t('title')} description={t('description')}>
      {preview.accounts.length === 0 && <p>{t('none')}</p>}
      {preview.accounts.length > 0 && (
        <div className="rounded-lg border border-line bg-surface">
          <Table label={t('title')} className="max-sm:block">
            <thead className="max-sm:sr-only">
              <tr>
                <Th className="rounded-tl-lg pl-4">{t('account')}</Th>
                <Th>{t('contents')}</Th>
                <Th className="rounded-tr-lg pr-4">{t('to')}</Th>
              </tr>
            </thead>
            <tbody className="max-sm:block [&>tr:last-child>*]:border-b-0">
              {preview.accounts.map((read) => {
                const chosen = choices.accounts.find((one) => one.file === read.file && one.account === read.account)
                return (
                  <AccountLine
                    key={`${read.file} ${read.account}`}
                    read={read}
                    to={chosen?.to ?? read.to}
                    file={preview.files.length > 1 ? (preview.files[read.file]?.name ?? null) : null}
                    accounts={accounts}
                    onChoose={(to) => choose({ accounts: withAccount(choices.accounts, read.file, read.account, to) })}
                  />
                )
              })}
            </tbody>
          </Table>
        </div>
      )}
    </StepFrame>
  )
}
