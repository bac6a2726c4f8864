'use client'

import { useTranslations } from 'next-intl'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { type HoldingEntry, shownRow } from '@/app/(dashboard)/[portfolioId]/holdings/holding-entry'
import { LotLine } from '@/app/(dashboard)/[portfolioId]/holdings/lot-line'
import { type LotFields, useLots } from '@/app/(dashboard)/[portfolioId]/holdings/use-lots'
import { Wide } from '@/app/(dashboard)/[portfolioId]/holdings/wide-row'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Quantity } from '@/components/values/quantity'
import type { HoldingRow } from '@/lib/core/book'

/** The tax lots of a holding, below its row; they are saved as one set when the focus leaves a line. */
export function LotsRow({ entry }: { entry: HoldingEntry }) {
  const t = useTranslations('holdings')
  const { asOf } = useDesk()
  const row = shownRow(entry, asOf)
  const lots = useLots(entry, row)
  const head = 'border-b border-line px-2 py-1 text-sm font-semibold text-muted'
  return (
    <Wide>
      <div className="grid justify-items-start gap-2 border-l-2 border-accent pl-3">
        <div className="max-w-full overflow-x-auto">
          <table>
            <caption className="pb-1 text-left">
              <span className="font-semibold">{t('lots.title', { symbol: row.symbol })}</span>{' '}
              <LotCoverage row={row} lots={lots} />
            </caption>
            <thead>
              <tr>
                <th className={`${head} text-right`}>{t('column.quantity')}</th>
                <th className={`${head} text-right`}>{t('lots.unitCost')}</th>
                <th className={`${head} text-right`}>{t('lots.acquired')}</th>
                <th className={`${head} text-right`}>{t('lots.gain', { currency: row.currency })}</th>
                <th className={head}>
                  <span className="sr-only">{t('lots.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lots.lines.map((line, i) => (
                <LotLine key={line.id} line={line} index={i} price={row.price} lots={lots} />
              ))}
            </tbody>
          </table>
        </div>
        {lots.exceeds && <TooMany row={row} lots={lots} />}
      </div>
    </Wide>
  )
}

function LotCoverage({ row, lots }: { row: HoldingRow; lots: LotFields }) {
  const t = useTranslations('holdings')
  if (lots.total === null) return null
  const values = {
    total: () => <Quantity value={lots.total ?? row.quantity} />,
    held: () => <Quantity value={row.quantity} />,
  }
  return <span className="text-sm text-muted">{t.rich('lots.coverage', values)}</span>
}

function TooMany({ row, lots }: { row: HoldingRow; lots: LotFields }) {
  const t = useTranslations('holdings')
  return (
    <Notice
      tone="error"
      live
      title={t('problem.lotsExceed')}
      action={<Button onClick={lots.setQuantity}>{t('lots.setQuantity')}</Button>}
    >
      <LotCoverage row={row} lots={lots} />
    </Notice>
  )
}
