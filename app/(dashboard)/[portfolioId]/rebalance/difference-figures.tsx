import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Fine } from '@/app/(dashboard)/[portfolioId]/plans/report/fine-money'
import { Money } from '@/components/values/money'
import { Points } from '@/components/values/points'
import type { BeforeAfter, PlanDiff } from '@/lib/core/plan-diff'
import { bps, type Cents, cents } from '@/lib/core/units'

interface Props {
  diff: PlanDiff
  currency: string
}

/** The difference of two plans in one line: `+2 trades · −1 trade · 3 changed · tax −$410 · drift +0.02 pp`. */
export function DifferenceFigures({ diff: { added, removed, changed, figures }, currency }: Props) {
  const t = useTranslations('rebalance.difference')
  const { drift, tax, untaxed, turnover, costs, gap } = figures
  const parts: [string, ReactNode][] = []
  if (added.length > 0) parts.push(['added', t('added', { count: added.length })])
  if (removed.length > 0) parts.push(['removed', t('removed', { count: removed.length })])
  if (changed.length > 0) parts.push(['changed', t('changed', { count: changed.length })])
  if (turnover)
    parts.push(['turnover', t.rich('turnover', { change: () => <Moved figure={turnover} currency={currency} /> })])
  if (tax) parts.push(['tax', t.rich('tax', { change: () => <Moved figure={tax} currency={currency} /> })])
  if (untaxed) parts.push(['untaxed', t('untaxed', { ...untaxed })])
  if (costs) parts.push(['costs', t.rich('costs', { change: () => <Moved figure={costs} currency={currency} /> })])
  if (drift && drift.before !== null && drift.after !== null) {
    const change = bps(drift.after - drift.before)
    parts.push(['drift', t.rich('drift', { change: () => <Points value={change} /> })])
  }
  if (gap && parts.length === 0) {
    const ends = {
      before: () => <Fine value={gap.before} currency={currency} />,
      after: () => <Fine value={gap.after} currency={currency} />,
    }
    parts.push(['gap', t.rich('gap', ends)])
  }
  return (
    <ul className="flex flex-wrap gap-x-3">
      {parts.map(([name, text], i) => (
        <li key={name} className="whitespace-nowrap">
          {text}
          {i < parts.length - 1 && <span aria-hidden> ·</span>}
        </li>
      ))}
    </ul>
  )
}

const Moved = ({ figure: { before, after }, currency }: { figure: BeforeAfter<Cents>; currency: string }) => (
  <Money value={cents(after - before)} currency={currency} sign="always" />
)
