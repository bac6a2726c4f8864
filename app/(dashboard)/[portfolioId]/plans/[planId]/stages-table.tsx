import { useTranslations } from 'next-intl'
import { RowHead, Table, Td, Th } from '@/components/ui/table'
import { CalendarDate } from '@/components/values/date'
import { Money } from '@/components/values/money'
import { Quantity } from '@/components/values/quantity'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { StagePart } from '@/lib/core/stage-parts'
import type { Stage, StagedPlan } from '@/lib/core/stages'
import { cents, sum } from '@/lib/core/units'

/** Stage by stage: its date, its trades account by account, and the cash of each account after it. */
export function StagesTable({ document, staged }: { document: PlanDocument; staged: StagedPlan }) {
  const t = useTranslations('exports')
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-surface">
      <Table label={t('stages.table')} className="[&_th]:whitespace-nowrap">
        <thead>
          <tr>
            <Th className="rounded-tl-lg pl-4">{t('file.column.symbol')}</Th>
            <Th>{t('file.column.account')}</Th>
            <Th>{t('file.column.side')}</Th>
            <Th numeric>{t('file.column.quantity')}</Th>
            <Th numeric className="rounded-tr-lg pr-4">
              {t('file.column.value')}
            </Th>
          </tr>
        </thead>
        {staged.stages.map((stage, i) => (
          <StageRows
            key={stage.date}
            stage={stage}
            place={{ stage: i + 1, stages: staged.stages.length }}
            of={document}
          />
        ))}
      </Table>
    </div>
  )
}

interface StageProps {
  stage: Stage
  place: { stage: number; stages: number }
  of: PlanDocument
}

function StageRows({ stage, place, of: { snapshot } }: StageProps) {
  const t = useTranslations('exports.stages')
  const traded = (side: 'buy' | 'sell') =>
    cents(sum(stage.parts.filter((part) => part.trade.side === side).map((part) => part.value)))
  const money = (side: 'buy' | 'sell') => () => <Money value={traded(side)} currency={snapshot.currency} />
  const shown = snapshot.accounts.filter(({ id }) => stage.cashAfter[id] !== undefined)
  return (
    <tbody className="break-inside-avoid">
      <tr>
        <th scope="rowgroup" colSpan={5} className="border-b border-line bg-sunken/60 px-4 py-1.5 text-left">
          <span className="font-semibold">
            {t('stage', place)}, <CalendarDate value={stage.date} />
          </span>{' '}
          <span className="font-normal text-muted">
            {stage.parts.length === 0 ? t('empty') : t.rich('sums', { sells: money('sell'), buys: money('buy') })}
          </span>
        </th>
      </tr>
      {stage.parts.map((part) => (
        <PartRow
          key={part.trade.holdingId}
          part={part}
          account={snapshot.accounts.find(({ id }) => id === part.trade.accountId)?.name ?? ''}
          currency={snapshot.currency}
        />
      ))}
      <tr>
        <td colSpan={5} className="border-b border-line px-4 py-1.5 text-sm text-muted">
          {t('cashAfter')}:{' '}
          {shown.map(({ id, name }, i) => (
            <span key={id} className="[overflow-wrap:anywhere]">
              {i > 0 && ' · '}
              {name} <Money value={stage.cashAfter[id] ?? cents(0n)} currency={snapshot.currency} />
            </span>
          ))}
        </td>
      </tr>
    </tbody>
  )
}

function PartRow({ part, account, currency }: { part: StagePart; account: string; currency: string }) {
  const t = useTranslations('plans.report.side')
  const { trade, quantity, value } = part
  return (
    <tr>
      <RowHead className="pl-4 [overflow-wrap:anywhere]">{trade.symbol}</RowHead>
      <Td className="min-w-28 [overflow-wrap:anywhere]">{account}</Td>
      <Td>{t(trade.side)}</Td>
      <Td numeric>
        <Quantity value={quantity} />
      </Td>
      <Td numeric className="pr-4">
        <Money value={value} currency={currency} />
      </Td>
    </tr>
  )
}
