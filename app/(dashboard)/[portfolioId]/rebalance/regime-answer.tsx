import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { centsUp } from '@/app/(dashboard)/[portfolioId]/plans/report/fine-money'
import { IssueList } from '@/app/(dashboard)/[portfolioId]/plans/report/issue-list'
import { gapOf } from '@/app/(dashboard)/[portfolioId]/plans/report/standing'
import { Money } from '@/components/values/money'
import { Percent } from '@/components/values/percent'
import { REGIMES } from '@/lib/core/model-terms'
import type { ComputedPlan } from '@/lib/core/plan-document'
import type { RegimeCost, RegimeCosts } from '@/lib/core/regime-cost'
import type { Bps } from '@/lib/core/units'
import { findRegimeCosts, riskOf } from '@/lib/flows/answer-questions'

/** What it would take to stand on the weights of each regime today. */
export async function RegimeAnswer({ computed }: { computed: ComputedPlan }) {
  const [t, costs] = [await getTranslations('rebalance.regimes'), await findRegimeCosts(computed)]
  const { currency } = computed.snapshot
  const refused = REGIMES.flatMap((regime) => (costs.regimes[regime].cost ? [] : [costs.regimes[regime].issues]))[0]
  const units = await getTranslations('units.risk')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <p className="max-w-prose text-muted">{t('hint', { risk: units(riskOf(computed.adoption.origin)) })}</p>
      {refused ? (
        <IssueList
          issues={refused.filter((issue) => issue.severity === 'error')}
          portfolioId={computed.snapshot.portfolioId}
          currency={currency}
        />
      ) : (
        <CostTable costs={costs} currency={currency} />
      )}
    </div>
  )
}

const ROWS: {
  name: 'trades' | 'turnover' | 'tax' | 'costs' | 'drift' | 'gap'
  cell: (cost: RegimeCost, currency: string) => ReactNode
}[] = [
  { name: 'trades', cell: ({ trades }) => trades },
  { name: 'turnover', cell: ({ turnover }, currency) => <Money value={turnover} currency={currency} /> },
  { name: 'tax', cell: (cost, currency) => <Tax cost={cost} currency={currency} /> },
  { name: 'costs', cell: ({ costs }, currency) => <Money value={costs} currency={currency} /> },
  {
    name: 'drift',
    cell: ({ driftBefore, driftAfter }) => (
      <>
        <Drift value={driftBefore} /> → <Drift value={driftAfter} />
      </>
    ),
  },
  { name: 'gap', cell: (cost, currency) => <Gap cost={cost} currency={currency} /> },
]

function CostTable({ costs: { regimes }, currency }: { costs: RegimeCosts; currency: string }) {
  const t = useTranslations('rebalance.regimes')
  const units = useTranslations('units.regime')
  return (
    <table className="w-full max-w-xl text-sm">
      <caption className="sr-only">{t('label')}</caption>
      <thead>
        <tr>
          <td className="border-b border-line" />
          {REGIMES.map((regime) => (
            <th key={regime} scope="col" className="border-b border-line py-1 pl-3 text-right font-semibold text-muted">
              {units(regime)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map(({ name, cell }) => (
          <tr key={name}>
            <th scope="row" className="border-b border-line py-1 text-left font-normal">
              {t(name)}
            </th>
            {REGIMES.map((regime) => {
              const { cost } = regimes[regime]
              return (
                <td key={regime} className="border-b border-line py-1 pl-3 text-right">
                  {cost && cell(cost, currency)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Tax({ cost: { tax, untaxed }, currency }: { cost: RegimeCost; currency: string }) {
  const t = useTranslations('plans.report')
  return (
    <>
      <Money value={tax} currency={currency} />
      {untaxed > 0 && <span className="text-warning"> + {t('taxUnknown')}</span>}
    </>
  )
}

function Gap({ cost: { certificate }, currency }: { cost: RegimeCost; currency: string }) {
  const t = useTranslations('rebalance.regimes')
  if (!certificate.certified) return t('unconfirmed')
  if (certificate.status === 'optimal') return t('cent')
  return t.rich('within', { gap: () => <Money value={centsUp(gapOf(certificate))} currency={currency} /> })
}

const Drift = ({ value }: { value: Bps | null }) => (value === null ? '–' : <Percent value={value} decimals={1} />)
