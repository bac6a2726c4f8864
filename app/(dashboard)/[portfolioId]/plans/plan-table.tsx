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

const COLUMNS = [
  ['saved', false],
  ['trades', true],
  ['turnover', true],
  ['drift', true],
  ['tax', true],
  ['status', false],
] as const

export function PlanTable({ plans, listPath }: { plans: PlanSummary[]; listPath: string }) {
  const t = useTranslations('plans')
  return (
    <div className="rounded-lg border border-line bg-surface">
      <Table label={t('title')}>
        <thead>
          <tr>
            <Th className="rounded-tl-lg pl-4">{t('column.name')}</Th>
            {COLUMNS.map(([name, numeric]) => (
              <Th key={name} numeric={numeric}>
                {t(`column.${name}`)}
              </Th>
            ))}
            <Th numeric className="rounded-tr-lg pr-4">
              {t('column.actions')}
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
  const t = useTranslations('plans.report')
  return (
    <Tr>
      <RowHead className="min-w-40 pl-4">
        <Link
          href={`${listPath}/${plan.id}`}
          prefetch={false}
          className="text-accent underline-offset-2 [overflow-wrap:anywhere] hover:underline"
        >
          {plan.name}
        </Link>
      </RowHead>
      <Td>
        <Instant value={plan.createdAt} />
      </Td>
      <Td numeric>{plan.trades}</Td>
      <Td numeric>
        <Money value={plan.turnover} />
      </Td>
      <Td numeric className="whitespace-nowrap">
        <Drift value={plan.driftBefore} /> → <Drift value={plan.driftAfter} />
      </Td>
      <Td numeric>
        <Money value={plan.tax} />
        {plan.taxUnknown > 0 && <span className="text-warning"> + {t('taxUnknown')}</span>}
      </Td>
      <Td>
        <PlanStatus approvedAt={plan.approvedAt} />
      </Td>
      <Td numeric className="pr-2">
        <PlanMenu plan={{ id: plan.id, name: plan.name, version: plan.version }} listPath={listPath} />
      </Td>
    </Tr>
  )
}

function Drift({ value }: { value: Bps | null }) {
  return value === null ? '–' : <Percent value={value} decimals={1} />
}
