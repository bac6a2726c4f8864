import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { PositionLine } from '@/components/charts/position-line'
import { Section } from '@/components/ui/card'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { Money } from '@/components/values/money'
import { Percent } from '@/components/values/percent'
import { hasUncountedCash } from '@/lib/core/base-currency'
import type { AccountLine } from '@/lib/core/overview'

/** Each account by itself: its value, its cash, and where it stands. Its name leads to all of the above for it alone. */
export function AccountsTable({ view }: { view: View }) {
  const t = useTranslations('overview.accounts')
  const inCurrency = { currency: useTranslations('units.currency')(view.snapshot.currency) }
  return (
    <Section title={t('title')} description={t('description')}>
      <div className="rounded-lg border border-line bg-surface [&>section]:overflow-x-auto">
        <Table label={t('title')} className="[&_thead_th]:static!">
          <thead>
            <tr>
              <Th>{t('account')}</Th>
              <Th>{t('tax')}</Th>
              <Th numeric>{t('value', inCurrency)}</Th>
              <Th numeric>{t('cash', inCurrency)}</Th>
              {view.adoption && <Th numeric>{t('drift')}</Th>}
              <Th>{t('position')}</Th>
              <Th numeric>{t('off')}</Th>
            </tr>
          </thead>
          <tbody>
            {view.overview.accounts.map((line) => (
              <AccountRow key={line.account.id} line={line} view={view} />
            ))}
          </tbody>
        </Table>
      </div>
    </Section>
  )
}

function AccountRow({ line, view }: { line: AccountLine; view: View }) {
  const t = useTranslations('overview')
  const tax = useTranslations('units.tax')
  const currencies = useTranslations('currencies')
  const { account, comparison } = line
  const { position, drift, breakdown } = comparison
  const none = t('headline.none')
  return (
    <Tr>
      <RowHead className="whitespace-nowrap">
        <Link className="text-accent underline" href={`/${view.portfolio.id}?account=${account.id}`}>
          {account.name}
        </Link>
      </RowHead>
      <Td className="whitespace-nowrap">{tax(account.tax)}</Td>
      <Td numeric>
        <Money value={breakdown.total} symbol={false} />
      </Td>
      <Td numeric>
        {hasUncountedCash(account) ? (
          <span className="text-warning">{currencies('unknown')}</span>
        ) : (
          <Money value={account.cash} symbol={false} />
        )}
      </Td>
      {view.adoption && <Td numeric>{drift === null ? none : <Percent value={drift} />}</Td>}
      <Td className="py-0.5">
        {position ? (
          <span className="flex items-center gap-3">
            <span className="w-12 text-right">
              <Percent value={position.along} decimals={0} />
            </span>
            <PositionLine along={position.along} />
          </span>
        ) : (
          none
        )}
      </Td>
      <Td numeric>{position ? <Percent value={position.off} decimals={1} /> : none}</Td>
    </Tr>
  )
}
