'use client'

import { useTranslations } from 'next-intl'
import { countCashAction, orderAccountsAction } from '@/app/(dashboard)/[portfolioId]/holdings/account-actions'
import { AccountLine } from '@/app/(dashboard)/[portfolioId]/holdings/account-line'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { NewAccount } from '@/app/(dashboard)/[portfolioId]/holdings/new-account'
import type { AccountEntry } from '@/app/(dashboard)/[portfolioId]/holdings/use-accounts'
import { useAction } from '@/app/(dashboard)/use-action'
import { Section } from '@/components/ui/card'
import { Switch } from '@/components/ui/checkbox'
import { Th } from '@/components/ui/table'

/** The accounts: their names, tax treatment, cash and reserve, each edited in place. */
export function AccountsSection({ entries, cashCounts }: { entries: readonly AccountEntry[]; cashCounts: boolean }) {
  const t = useTranslations('holdings.accounts')
  const { portfolioId } = useDesk()
  const { pending, run } = useAction()
  const ids = entries.filter((entry) => !entry.isNew).map((entry) => entry.row.id)
  const move = (id: string, by: number) => {
    const order = ids.filter((other) => other !== id)
    order.splice(ids.indexOf(id) + by, 0, id)
    run(() => orderAccountsAction({ portfolioId, ids: order }))
  }
  return (
    <Section title={t('title')} description={t('description')}>
      <div className="overflow-x-auto rounded-lg border border-line bg-surface">
        <table className="w-full border-separate border-spacing-0">
          <thead>
            <tr>
              <Th>{t('name')}</Th>
              <Th>{t('tax')}</Th>
              <Th>{t('currency')}</Th>
              <Th numeric>{t('cash')}</Th>
              <Th numeric>{t('reserve')}</Th>
              <Th>{t('state')}</Th>
              <Th>
                <span className="sr-only">{t('actions')}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <AccountLine
                key={entry.row.id}
                entry={entry}
                isFirst={ids[0] === entry.row.id || pending}
                isLast={ids.at(-1) === entry.row.id || pending}
                onMove={(by) => move(entry.row.id, by)}
              />
            ))}
            <NewAccount />
          </tbody>
        </table>
      </div>
      <CashCounts counts={cashCounts} />
    </Section>
  )
}

function CashCounts({ counts }: { counts: boolean }) {
  const t = useTranslations('holdings.accounts')
  const { portfolioId } = useDesk()
  const { pending, run } = useAction()
  return (
    <Switch
      label={t('cashCounts')}
      hint={t('cashCountsHint')}
      checked={pending ? !counts : counts}
      onChange={(event) => {
        const cashCounts = event.target.checked
        run(() => countCashAction({ portfolioId, cashCounts }))
      }}
    />
  )
}
