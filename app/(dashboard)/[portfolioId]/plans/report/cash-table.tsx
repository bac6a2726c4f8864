import { useTranslations } from 'next-intl'
import { RowHead, Table, Td, TFoot, Th, Tr } from '@/components/ui/table'
import { Money } from '@/components/values/money'
import { type CashLine, reconcileCash } from '@/lib/core/cash-reconciliation'
import type { PlanDocument } from '@/lib/core/plan-document'
import { type Cents, cents, sum } from '@/lib/core/units'

/** The way of the cash, account by account and in all; each line adds up to the cent. */
export function CashTable({ document: { snapshot, policy, plan } }: { document: PlanDocument }) {
  const t = useTranslations('plans.report')
  const units = useTranslations('units')
  const { accounts, total } = reconcileCash(snapshot, policy, plan)
  // Only a plan that costs something has a column for it.
  const costs = (id: string) =>
    plan.costs === 0n ? null : cents(sum(plan.trades.filter((t) => t.accountId === id).map((t) => t.cost)))
  return (
    <div className="rounded-lg border border-line bg-surface">
      <Table label={t('cash')} className="[&_th]:whitespace-nowrap">
        <thead>
          <tr>
            <Th className="rounded-tl-lg pl-4">{t('account')}</Th>
            <Th numeric>{t('cashBefore')}</Th>
            <Th numeric>{t('flow')}</Th>
            <Th numeric>{t('sells')}</Th>
            <Th numeric>{t('buys')}</Th>
            {plan.costs !== 0n && <Th numeric>{t('costs')}</Th>}
            <Th numeric>{t('cashAfter')}</Th>
            <Th numeric>{t('reserve')}</Th>
            <Th numeric className="rounded-tr-lg pr-4">
              {t('free')}
            </Th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ account, line }) => (
            <Tr key={account.id}>
              <RowHead className="min-w-32 pl-4 whitespace-normal! [overflow-wrap:anywhere]">{account.name}</RowHead>
              <Line line={line} costs={costs(account.id)} currency={snapshot.currency} />
            </Tr>
          ))}
        </tbody>
        <TFoot className="static!">
          <tr className="[&>*]:border-b-0">
            <RowHead className="rounded-bl-lg pl-4">{units('total')}</RowHead>
            <Line line={total} costs={plan.costs === 0n ? null : plan.costs} currency={snapshot.currency} />
          </tr>
        </TFoot>
      </Table>
    </div>
  )
}

function Line({ line, costs, currency }: { line: CashLine; costs: Cents | null; currency: string }) {
  return (
    <>
      <Td numeric>
        <Money value={line.before} currency={currency} />
      </Td>
      <Td numeric>
        <Money value={line.flow} currency={currency} sign="always" />
      </Td>
      <Td numeric>
        <Money value={line.sells} currency={currency} sign="always" />
      </Td>
      <Td numeric>
        <Money value={cents(-line.buys)} currency={currency} sign="always" />
      </Td>
      {costs !== null && (
        <Td numeric>
          <Money value={cents(-costs)} currency={currency} sign="always" />
        </Td>
      )}
      <Td numeric className="font-semibold">
        <Money value={line.after} currency={currency} />
      </Td>
      <Td numeric>
        <Money value={line.reserve} currency={currency} />
      </Td>
      <Td numeric className="pr-4">
        <Money value={line.free} currency={currency} />
      </Td>
    </>
  )
}
