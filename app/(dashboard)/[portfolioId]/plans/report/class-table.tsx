import { useTranslations } from 'next-intl'
import { type MoveRow, movesOf, scaleOf } from '@/app/(dashboard)/[portfolioId]/plans/report/class-moves'
import { MoveStrip, type Scale } from '@/app/(dashboard)/[portfolioId]/plans/report/move-strip'
import { classColor } from '@/components/charts/class-color'
import { Icon } from '@/components/ui/icon'
import { RowHead, Table, Td, TFoot, Th, Tr } from '@/components/ui/table'
import { MoneyChange } from '@/components/values/change'
import { Percent } from '@/components/values/percent'
import { isAssetClass } from '@/lib/core/asset-class'
import type { PlanDocument } from '@/lib/core/plan-document'
import { bps, cents, sum, WHOLE } from '@/lib/core/units'

/** Each class before and after the plan, beside its target; the six in their order, then what stands apart. */
export function ClassTable({ document }: { document: PlanDocument }) {
  const t = useTranslations('plans.report')
  const units = useTranslations('units')
  const rows = movesOf(document)
  const { currency } = document.snapshot
  const scale: Scale = scaleOf(rows)
  return (
    <div className="rounded-lg border border-line bg-surface">
      <Table label={t('classes')}>
        <thead>
          <tr>
            <Th className="rounded-tl-lg pl-4">{t('class')}</Th>
            <Th numeric>{t('before')}</Th>
            <Th numeric>{t('after')}</Th>
            <Th numeric>{t('target')}</Th>
            <Th className="w-2/5 max-md:hidden print:hidden">{t('strip')}</Th>
            <Th numeric className="rounded-tr-lg pr-4">
              {t('shift')}
            </Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ClassRow key={row.bucket} row={row} scale={scale} currency={currency} />
          ))}
        </tbody>
        <TFoot className="static!">
          <tr>
            <RowHead className="rounded-bl-lg border-b-0 pl-4">{units('total')}</RowHead>
            <Td numeric className="border-b-0">
              <Percent value={bps(WHOLE)} />
            </Td>
            <Td numeric className="border-b-0">
              <Percent value={bps(WHOLE)} />
            </Td>
            <Td numeric className="border-b-0">
              <Percent value={bps(WHOLE)} />
            </Td>
            <Td className="border-b-0 max-md:hidden print:hidden" />
            <Td numeric className="rounded-br-lg border-b-0 pr-4">
              <MoneyChange value={cents(sum(rows.map((row) => row.shift)))} currency={currency} />
            </Td>
          </tr>
        </TFoot>
      </Table>
    </div>
  )
}

function ClassRow({ row, scale, currency }: { row: MoveRow; scale: Scale; currency: string }) {
  const t = useTranslations('plans.report')
  const units = useTranslations('units')
  const { bucket } = row
  const name = isAssetClass(bucket)
    ? units(`assetClass.${bucket}`)
    : bucket === 'cash'
      ? t('cashApart')
      : units('unclassified')
  return (
    <Tr>
      <RowHead className="min-w-32 pl-4">
        <span className="inline-flex items-center gap-2">
          <span aria-hidden className="size-2.5 shrink-0 rounded-xs" style={{ background: classColor(bucket) }} />
          {name}
        </span>
      </RowHead>
      <Td numeric>
        <Percent value={row.before} />
      </Td>
      <Td numeric>
        {row.band?.side !== undefined && row.band.side !== 'inside' && (
          <span className="mr-1 inline-block align-text-bottom text-warning" title={t('outside')}>
            <Icon name="warning" />
            <span className="sr-only">{t('outside')}</span>
          </span>
        )}
        <Percent value={row.after} />
      </Td>
      <Td numeric>{row.band ? <Percent value={row.band.target} /> : '–'}</Td>
      <Td className="max-md:hidden print:hidden">{row.band && <MoveStrip name={name} row={row} scale={scale} />}</Td>
      <Td numeric className="pr-4">
        <MoneyChange value={row.shift} currency={currency} />
      </Td>
    </Tr>
  )
}
