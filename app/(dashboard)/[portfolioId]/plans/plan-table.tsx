import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PlanMenu } from '@/app/(dashboard)/[portfolioId]/plans/plan-menu'
import { PlanStatus } from '@/app/(dashboard)/[portfolioId]/plans/plan-status'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { Instant } from '@/components/values/date'
import { Money } from '@/components/values/money'
import { Percent } from '@/components/values/percent'
import type { Bps } from '@/lib/core/units'
import type { PlanSummary } from '@/lib/db/plans'

/** On a phone the day, the drift and the status stand below the name; the other figures are on the plan's own page. */
const WIDE = 'max-sm:hidden'

const COLUMNS = [
  { name: 'saved', numeric: false, className: WIDE },
  { name: 'trades', numeric: true, className: WIDE },
  { name: 'turnover', numeric: true, className: '' },
  { name: 'drift', numeric: true, className: WIDE },
  { name: 'tax', numeric: true, className: WIDE },
  { name: 'status', numeric: false, className: WIDE },
] as const

export function PlanTable({ plans, listPath }: { plans: PlanSummary[]; listPath: string }) {
  const t = useTranslations('plans')
  return (
    <div className="rounded-lg border border-line bg-surface">
      <Table label={t('title')} className="[&_thead_th]:whitespace-nowrap">
        <thead>
          <tr>
            <Th className="rounded-tl-lg pl-4">{t('column.name')}</Th>
            {COLUMNS.map(({ name, ...look }) => (
              <Th key={name} {...look}>
                {t(`column.${name}`)}
              </Th>
            ))}
            <Th numeric className="rounded-tr-lg pr-4">
              <span className="max-sm:sr-only">{t('column.actions')}</span>
            </Th>
          </tr>
        </thead>
        <tbody className="[&>tr:last-child>*]:border-b-0">
          {plans.map((plan) => (
            <PlanRow key={plan.id} plan={plan} listPath={listPath} />
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function PlanRow({ plan, listPath }: { plan: PlanSummary; listPath: string }) {
  const t = useTranslations('plans')
  return (
    <Tr>
      <RowHead className="min-w-28 py-1 pl-4">
        <Link
          href={`${listPath}/${plan.id}`}
          prefetch={false}
          className="text-accent underline underline-offset-2 [overflow-wrap:anywhere]"
        >
          {plan.name}
        </Link>
        <span className="block text-sm font-normal text-muted sm:hidden">
          <Instant value={plan.createdAt} shows="date" />
          <span className="block">
            {t('column.drift')} <Drifts plan={plan} />
          </span>
          <span className="block">
            <PlanStatus approvedAt={plan.approvedAt} />
          </span>
        </span>
      </RowHead>
      <Td className={WIDE}>
        <Instant value={plan.createdAt} />
      </Td>
      <Td numeric className={WIDE}>
        {plan.trades}
      </Td>
      <Td numeric>
        <Money value={plan.turnover} currency={plan.currency} />
      </Td>
      <Td numeric className={`whitespace-nowrap ${WIDE}`}>
        <Drifts plan={plan} />
      </Td>
      <Td numeric className={WIDE}>
        <Money value={plan.tax} currency={plan.currency} />
        {plan.taxUnknown > 0 && <span className="text-warning"> + {t('report.taxUnknown')}</span>}
      </Td>
      <Td className={WIDE}>
        <PlanStatus approvedAt={plan.approvedAt} />
      </Td>
      <Td numeric className="pr-2">
        <PlanMenu plan={{ id: plan.id, name: plan.name, version: plan.version }} listPath={listPath} />
      </Td>
    </Tr>
  )
}

function Drifts({ plan: { driftBefore, driftAfter } }: { plan: PlanSummary }) {
  return (
    <>
      <Drift value={driftBefore} /> → <Drift value={driftAfter} />
    </>
  )
}

function Drift({ value }: { value: Bps | null }) {
  return value === null ? '–' : <Percent value={value} decimals={1} />
}
