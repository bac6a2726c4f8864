import { useTranslations } from 'next-intl'
import { Amount, PointsOnly } from '@/app/(dashboard)/[portfolioId]/(overview)/amount'
import type { View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { RowHead, Td, TFoot } from '@/components/ui/table'
import { Money } from '@/components/values/money'
import { Percent } from '@/components/values/percent'
import type { ClassRow } from '@/lib/core/drift'
import { bps, type Cents, cents, sum, WHOLE } from '@/lib/core/units'

/** The sums of the columns: exactly 100.00 %, and shifts that cancel out. */
export function TotalRow({ view }: { view: View }) {
  const t = useTranslations('units')
  const { rows, breakdown } = view.overview.comparison
  const { investable, weights, values } = breakdown
  const total = (shift: (row: ClassRow) => Cents) =>
    weights && cents(sum(rows.map(shift)) - values.unclassified - values.cash)
  const toTarget = total((row) => row.adopted?.shift ?? cents(0n))
  const whole = <Percent value={bps(WHOLE)} />
  return (
    <TFoot className="static! [&_td]:border-b-0 [&_th]:border-b-0">
      <tr>
        <RowHead className="pl-6.5!">{t('total')}</RowHead>
        <Amount value={investable} />
        <Td numeric>{weights && whole}</Td>
        <Td />
        <Td numeric className="border-l">
          {whole}
        </Td>
        <Amount value={total((row) => row.shiftToTightening)} change />
        <Td numeric className="border-l">
          {whole}
        </Td>
        <Amount value={total((row) => row.shiftToPostQt)} change />
        {view.adoption ? (
          <>
            <Td numeric className="border-l">
              {whole}
            </Td>
            <Td numeric>{weights && <PointsOnly value={bps(0)} />}</Td>
            <Amount value={toTarget === null ? null : cents(-toTarget)} change />
            <Td numeric className="pr-4!">
              <span className="inline-flex gap-1">
                {toTarget !== null && <Money value={toTarget} sign="always" symbol={false} />}
                <span aria-hidden className="w-[calc(3.6em+1rem)] text-sm" />
              </span>
            </Td>
          </>
        ) : (
          <Td className="border-l" />
        )}
      </tr>
    </TFoot>
  )
}
