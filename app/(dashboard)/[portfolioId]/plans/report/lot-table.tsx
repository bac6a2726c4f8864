import { useTranslations } from 'next-intl'
import { MoneyChange } from '@/components/values/change'
import { CalendarDate } from '@/components/values/date'
import { Quantity } from '@/components/values/quantity'
import type { Trade } from '@/lib/core/plan'

/** The lots that a taxable sale uses, in the order used. */
export function LotTable({ trade, currency }: { trade: Trade; currency: string }) {
  const t = useTranslations('plans.report')
  return (
    <details className="mt-0.5 text-sm">
      <summary className="w-fit rounded-sm text-accent">{t('lotsSold', { count: trade.lots.length })}</summary>
      <table className="my-1 [&_td]:pr-5 [&_td]:text-right [&_th]:pr-5 [&_th]:text-right [&_th]:font-semibold [&_th]:text-muted">
        <thead>
          <tr>
            <th scope="col" className="text-left!">
              {t('lot')}
            </th>
            <th scope="col">{t('lotQuantity')}</th>
            <th scope="col">{t('gain')}</th>
            <th scope="col">{t('term')}</th>
          </tr>
        </thead>
        <tbody>
          {trade.lots.map((lot) => (
            <tr key={lot.lotId}>
              <td className="text-left!">
                <CalendarDate value={lot.acquired} />
              </td>
              <td>
                <Quantity value={lot.quantity} />
              </td>
              <td>
                <MoneyChange value={lot.gain} currency={currency} />
              </td>
              <td>{t(`terms.${lot.term}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
