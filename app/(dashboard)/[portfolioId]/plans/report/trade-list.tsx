import { useTranslations } from 'next-intl'
import { TradeRow } from '@/app/(dashboard)/[portfolioId]/plans/report/trade-row'
import { Table, Th } from '@/components/ui/table'
import { Money } from '@/components/values/money'
import type { CashLine } from '@/lib/core/cash-reconciliation'
import { reconcileCash } from '@/lib/core/cash-reconciliation'
import type { Trade } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { Account } from '@/lib/core/portfolio'
import type { Cents } from '@/lib/core/units'

/** The trades account by account, in the order to carry them out. */
export function TradeList({ document }: { document: PlanDocument }) {
  const { snapshot, policy, plan } = document
  const lines = reconcileCash(snapshot, policy, plan).accounts
  const order = [...new Set(plan.trades.map((trade) => trade.accountId))]
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {order.map((id) => {
        const found = lines.find(({ account }) => account.id === id)
        const trades = plan.trades.filter((trade) => trade.accountId === id)
        return found && <AccountTrades key={id} {...found} trades={trades} document={document} />
      })}
    </div>
  )
}

interface Props {
  account: Account
  line: CashLine
  trades: Trade[]
  document: PlanDocument
}

function AccountTrades({ account, line, trades, document }: Props) {
  const t = useTranslations('plans.report')
  const units = useTranslations('units')
  const money = (value: Cents) => <Money value={value} currency={document.snapshot.currency} />
  return (
    <section className="rounded-lg border border-line bg-surface print:break-inside-avoid-page">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2">
        <h3 className="[overflow-wrap:anywhere]">
          {account.name} <span className="font-normal text-muted">{units(`tax.${account.tax}`)}</span>
        </h3>
        <p className="text-muted">{t.rich('sums', { sells: () => money(line.sells), buys: () => money(line.buys) })}</p>
      </div>
      <Table label={t('accountTrades', { name: account.name })}>
        <thead>
          <tr>
            <Th className="hidden pl-4 print:table-cell">{t('done')}</Th>
            <Th className="min-w-32 pl-4">{t('trade')}</Th>
            <Th numeric className="lg:w-36">
              {t('quantity')}
            </Th>
            <Th numeric className="max-sm:hidden lg:w-64">
              {t('price')}
            </Th>
            <Th numeric className="lg:w-32">
              {t('value')}
            </Th>
            {document.plan.costs !== 0n && (
              <Th numeric className="max-sm:hidden lg:w-24">
                {t('costs')}
              </Th>
            )}
            <Th numeric className="pr-4 max-sm:hidden lg:w-32">
              {t('tax')}
            </Th>
          </tr>
        </thead>
        {trades.map((trade) => (
          <TradeRow key={trade.holdingId} trade={trade} document={document} taxed={account.tax === 'taxable'} />
        ))}
      </Table>
    </section>
  )
}
