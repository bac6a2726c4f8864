import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Fine } from '@/app/(dashboard)/[portfolioId]/plans/report/fine-money'
import { LimitPrices } from '@/app/(dashboard)/[portfolioId]/plans/report/limit-prices'
import { gapOf, standingOf } from '@/app/(dashboard)/[portfolioId]/plans/report/standing'
import type { Certificate } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'

/** Folded away: how it is known how good the plan is, and what each limit costs. */
export function Proof({ document }: { document: PlanDocument }) {
  const t = useTranslations('plans.proof')
  const { certificate } = document.plan
  return (
    <div className="divide-y divide-line rounded-lg border border-line bg-surface print:border-0">
      <details>
        <summary className="rounded-lg px-4 py-2 font-semibold">{t('title')}</summary>
        <div className="grid gap-3 px-4 pb-3">
          <p className="max-w-prose">{t(`told.${standingOf(certificate)}`)}</p>
          {standingOf(certificate) !== 'none' && (
            <Figures certificate={certificate} currency={document.snapshot.currency} />
          )}
        </div>
      </details>
      <LimitPrices document={document} />
    </div>
  )
}

const PPB_PER_PPM = 1000

function Figures({ certificate, currency }: { certificate: Certificate; currency: string }) {
  const t = useTranslations('plans.proof')
  const locale = useLocale()
  const parts = Object.entries(certificate.parts) as [keyof Certificate['parts'], Certificate['objective']][]
  const ppm = (certificate.gapPpb / PPB_PER_PPM).toLocaleString(locale, { maximumFractionDigits: 3 })
  return (
    <table className="w-full max-w-xl text-sm">
      <caption className="sr-only">{t('title')}</caption>
      <tbody>
        {parts
          .filter(([, value]) => value !== 0n)
          .map(([part, value]) => (
            <Line key={part} name={t(`part.${part}`)} light>
              <Fine value={value} currency={currency} />
            </Line>
          ))}
        <Line name={t('objective')}>
          <Fine value={certificate.objective} currency={currency} />
        </Line>
        <Line name={t('bound')}>
          <Fine value={certificate.lowerBound} currency={currency} />
        </Line>
        <Line name={t('gap')}>
          {t.rich('gapText', { ppm, gap: () => <Fine value={gapOf(certificate)} currency={currency} /> })}
        </Line>
      </tbody>
    </table>
  )
}

function Line({ name, light = false, children }: { name: string; light?: boolean; children: ReactNode }) {
  return (
    <tr>
      <th scope="row" className={`py-0.5 pr-4 text-left ${light ? 'pl-3 font-normal text-muted' : 'font-semibold'}`}>
        {name}
      </th>
      <td className="py-0.5 text-right">{children}</td>
    </tr>
  )
}
