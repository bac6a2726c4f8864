import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { InputHoldings } from '@/app/(dashboard)/[portfolioId]/plans/report/input-holdings'
import { InputRates } from '@/app/(dashboard)/[portfolioId]/plans/report/input-rates'
import { areUsual, TermInputs } from '@/app/(dashboard)/[portfolioId]/plans/report/term-inputs'
import { useOriginName } from '@/app/(dashboard)/[portfolioId]/targets/origin-name'
import { CalendarDate, Instant } from '@/components/values/date'
import { formatPercent, formatPpm } from '@/components/values/format'
import { Money } from '@/components/values/money'
import { Percent } from '@/components/values/percent'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { bandState } from '@/lib/core/drift'
import type { PlanDocument } from '@/lib/core/plan-document'

/** All that a plan was computed from: its date, target and choices, and every holding with its price. */
export function Inputs({ document }: { document: PlanDocument }) {
  const t = useTranslations('plans.inputs')
  return (
    <details className="rounded-lg border border-line bg-surface print:border-0">
      <summary className="rounded-lg px-4 py-2 font-semibold">{t('title')}</summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 border-t border-line pt-3">
        <dl className="grid gap-x-4 gap-y-1.5 px-4 sm:grid-cols-[max-content_minmax(0,1fr)]">
          <TargetInputs document={document} />
          <ChoiceInputs document={document} />
          <Fact name={t('hash')}>
            <code className="text-sm break-all text-muted">{document.inputHash}</code>
          </Fact>
        </dl>
        <InputRates snapshot={document.snapshot} />
        <InputHoldings snapshot={document.snapshot} />
      </div>
    </details>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted max-sm:mt-1">{name}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </>
  )
}

function TargetInputs({ document: { adoption, policy, plan } }: { document: PlanDocument }) {
  const t = useTranslations('plans.inputs')
  const units = useTranslations('units')
  const locale = useLocale()
  const originName = useOriginName()
  const { destination } = policy.target
  const led = units(`destination.${destination}`)
  const adopted = units(`destination.${adoption.destination}`)
  return (
    <>
      <Fact name={t('asOf')}>
        <CalendarDate value={policy.asOf} />
      </Fact>
      <Fact name={t('target')}>
        {t.rich('adopted', { name: originName(adoption.origin), when: () => <Instant value={adoption.adoptedAt} /> })}
      </Fact>
      <Fact name={t('bands')}>
        <ul className="flex flex-wrap gap-x-4">
          {ASSET_CLASSES.map((c) => {
            const { lower, upper } = bandState(plan.after, policy.target, c)
            return (
              <li key={c} className="whitespace-nowrap">
                {units(`assetClass.${c}`)} <Percent value={policy.target.weights[c]} />{' '}
                <span className="text-muted">
                  ({formatPpm(locale, lower, { decimals: 2 })}–{formatPpm(locale, upper, { decimals: 2 })})
                </span>
              </li>
            )
          })}
        </ul>
      </Fact>
      <Fact name={t('destination')}>
        {destination === adoption.destination ? led : t('destinationOnlyHere', { destination: led, adopted })}
      </Fact>
    </>
  )
}

function ChoiceInputs({ document: { snapshot, policy } }: { document: PlanDocument }) {
  const t = useTranslations('plans.inputs')
  const locale = useLocale()
  const accountName = (id: string) => snapshot.accounts.find((a) => a.id === id)?.name
  const { short, long } = policy.taxRates
  return (
    <>
      <Fact name={t('mode')}>{t(`modes.${policy.mode}`)}</Fact>
      <Fact name={t('flow')}>
        {policy.cashFlows.length === 0 && t('noFlow')}
        {policy.cashFlows.map((flow) => (
          <span key={flow.accountId} className="block">
            <Money value={flow.amount} currency={snapshot.currency} sign="always" /> {accountName(flow.accountId)}
          </span>
        ))}
      </Fact>
      <Fact name={t('min')}>
        <Money value={policy.minTrade} currency={snapshot.currency} />
      </Fact>
      <Fact name={t('age')}>{t('days', { count: policy.maxPriceAge })}</Fact>
      <Fact name={t('rates')}>
        {t('ratesText', { short: formatPercent(locale, short), long: formatPercent(locale, long) })}
      </Fact>
      {!areUsual(policy.terms) && (
        <Fact name={t('judged')}>
          <TermInputs terms={policy.terms} currency={snapshot.currency} />
        </Fact>
      )}
    </>
  )
}
