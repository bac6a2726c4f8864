import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { apartBuckets } from '@/app/(dashboard)/[portfolioId]/(overview)/apart-rows'
import { Legend } from '@/app/(dashboard)/[portfolioId]/(overview)/class-table'
import { Shift, wordOf } from '@/app/(dashboard)/[portfolioId]/(overview)/shift'
import { axisLabels, useStripText } from '@/app/(dashboard)/[portfolioId]/(overview)/strip-text'
import { NARROW_ONLY, type View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { ClassName } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import { RegimeStrip, StripAxis } from '@/components/charts/regime-strip'
import { MarkIcon } from '@/components/charts/strip-marks'
import { type StripScale, stripScale } from '@/components/charts/strip-scale'
import { Money } from '@/components/values/money'
import { Percent } from '@/components/values/percent'
import { Points } from '@/components/values/points'
import type { MoneyCurrency } from '@/lib/core/currency'
import type { ClassRow } from '@/lib/core/drift'
import type { Cents } from '@/lib/core/units'

/** The table for a narrow screen: a card for each class; the two regimes open on tap. */
export function ClassCards({ view }: { view: View }) {
  const t = useTranslations('overview')
  const { rows, breakdown } = view.overview.comparison
  const { currency } = view.snapshot
  const scale = stripScale(rows)
  return (
    <section aria-label={t('table.label')} className={`${NARROW_ONLY} grid gap-2`}>
      <Legend adopted={view.adoption !== null} />
      <ul className="grid gap-2">
        {rows.map((row) => (
          <ClassCard key={row.assetClass} row={row} view={view} scale={scale} />
        ))}
        {apartBuckets(breakdown).map((bucket) => (
          <li key={bucket} className="flex justify-between gap-2 rounded-lg border border-line bg-surface p-3">
            <span className="font-semibold">{t(`apart.${bucket}`)}</span>
            <span>
              <Money value={breakdown.values[bucket]} currency={currency} />{' '}
              {breakdown.weights && <Percent value={breakdown.weights[bucket]} />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ClassCard({ row, view, scale }: { row: ClassRow; view: View; scale: StripScale }) {
  const t = useTranslations('overview')
  const stripText = useStripText()
  const locale = useLocale()
  return (
    <li className="rounded-lg border border-line bg-surface p-3">
      <div className="flex items-baseline justify-between gap-2">
        <h2 className="text-base">
          <ClassName assetClass={row.assetClass} />
        </h2>
        <span className="text-lg font-semibold">{row.weight !== null && <Percent value={row.weight} />}</span>
      </div>
      <div className="px-1.5 py-2">
        <RegimeStrip row={row} scale={scale} label={stripText(row)} />
        <StripAxis scale={scale} labels={axisLabels(locale, scale)} />
      </div>
      {row.adopted && row.weight !== null && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 [&>dd]:text-right [&>dt]:text-muted">
          <dt>{t('card.drift')}</dt>
          <dd>{row.adopted.drift !== null && <Points value={row.adopted.drift} />}</dd>
          <dt>{t('table.shift')}</dt>
          <dd>
            <Shift value={row.adopted.shift} currency={view.snapshot.currency} word={wordOf(row.adopted)} />
          </dd>
        </dl>
      )}
      {row.weight !== null && <CardDetails row={row} currency={view.snapshot.currency} />}
    </li>
  )
}

function CardDetails({ row, currency }: { row: ClassRow; currency: MoneyCurrency }) {
  const t = useTranslations('overview')
  const regime = useTranslations('units.regime')
  const currencies = useTranslations('units.currency')
  return (
    <details className="mt-1">
      <summary className="py-1 text-sm font-semibold text-accent">{t('card.more')}</summary>
      <table className="w-full text-sm">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('table.class')}</th>
            <th scope="col">{t('table.weight')}</th>
            <th scope="col">{t('table.amount')}</th>
          </tr>
        </thead>
        <tbody>
          <CardLine
            name={t('table.value', { currency: currencies(currency) })}
            weight={null}
            amount={row.value}
            currency={currency}
          />
          <CardLine
            name={<RegimeName name={regime('tightening')} mark="tightening" />}
            weight={row.tightening}
            amount={row.shiftToTightening}
            change
            currency={currency}
          />
          <CardLine
            name={<RegimeName name={regime('postQt')} mark="postQt" />}
            weight={row.postQt}
            amount={row.shiftToPostQt}
            change
            currency={currency}
          />
          {row.adopted && (
            <CardLine
              name={<RegimeName name={t('table.target')} mark="target" />}
              weight={row.adopted.target}
              amount={row.adopted.shift}
              change
              currency={currency}
            />
          )}
        </tbody>
      </table>
    </details>
  )
}

function RegimeName({ name, mark }: { name: string; mark: 'tightening' | 'postQt' | 'target' }) {
  return (
    <>
      <MarkIcon mark={mark} /> {name}
    </>
  )
}

interface LineProps {
  name: ReactNode
  weight: ClassRow['weight']
  amount: Cents
  change?: boolean
  currency: string
}

function CardLine({ name, weight, amount, change = false, currency }: LineProps) {
  return (
    <tr>
      <th scope="row" className="py-0.5 text-left font-normal text-muted">
        {name}
      </th>
      <td className="text-right">{weight !== null && <Percent value={weight} />}</td>
      <td className="text-right">
        <Money value={amount} currency={currency} {...(change ? { sign: 'always' as const } : {})} />
      </td>
    </tr>
  )
}
