import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Money } from '@/components/values/money'
import { Quantity } from '@/components/values/quantity'
import type { Trade } from '@/lib/core/plan'
import type { PlanDiff } from '@/lib/core/plan-diff'
import type { Snapshot } from '@/lib/core/portfolio'

interface Row {
  kind: 'new' | 'gone' | 'other'
  before: Trade | null
  after: Trade | null
}

/** The trades that differ, folded away: as they were and as they are. */
export function DifferenceRows({ diff, snapshot }: { diff: PlanDiff; snapshot: Snapshot }) {
  const t = useTranslations('rebalance.difference')
  const rows: Row[] = [
    ...diff.added.map((after): Row => ({ kind: 'new', before: null, after })),
    ...diff.removed.map((before): Row => ({ kind: 'gone', before, after: null })),
    ...diff.changed.map((ends): Row => ({ kind: 'other', ...ends })),
  ]
  if (rows.length === 0) return null
  return (
    <details>
      <summary className="w-fit rounded-sm text-sm font-semibold text-accent">{t('details')}</summary>
      <table className="my-1 w-full text-sm [&_td]:py-0.5 [&_td]:pl-4 [&_td]:text-right [&_td]:align-top [&_th]:py-0.5 [&_th]:font-semibold">
        <thead className="text-muted">
          <tr>
            <th scope="col" className="text-left">
              {t('trade')}
            </th>
            <th scope="col" className="text-right">
              {t('before')}
            </th>
            <th scope="col" className="text-right">
              {t('after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={`${row.kind} ${(row.after ?? row.before)?.holdingId}`} row={row} snapshot={snapshot} />
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Line({ row: { kind, before, after }, snapshot }: { row: Row; snapshot: Snapshot }) {
  const t = useTranslations('rebalance.difference')
  const trade = after ?? before
  const account = snapshot.accounts.find((a) => a.id === trade?.accountId)
  return (
    <tr>
      <th scope="row" className="text-left align-top [overflow-wrap:anywhere]">
        {trade?.symbol} <span className="font-normal text-muted">{account?.name}</span>{' '}
        <span className="sr-only">{t(`kind.${kind}`)}</span>
      </th>
      <td>
        <Side trade={before} currency={snapshot.currency} />
      </td>
      <td>
        <Side trade={after} currency={snapshot.currency} />
      </td>
    </tr>
  )
}

function Side({ trade, currency }: { trade: Trade | null; currency: string }): ReactNode {
  const t = useTranslations('plans.report.side')
  if (!trade) return '–'
  return (
    <>
      <span className="whitespace-nowrap">
        {t(trade.side)} <Quantity value={trade.quantity} />
      </span>{' '}
      <Money value={trade.value} currency={currency} className="text-muted max-sm:block" />
    </>
  )
}
