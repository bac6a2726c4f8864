import { useLocale, useTranslations } from 'next-intl'
import { ApartRows } from '@/app/(dashboard)/[portfolioId]/(overview)/apart-rows'
import { ClassTableRow } from '@/app/(dashboard)/[portfolioId]/(overview)/class-table-row'
import { axisLabels } from '@/app/(dashboard)/[portfolioId]/(overview)/strip-text'
import { TargetHead } from '@/app/(dashboard)/[portfolioId]/(overview)/target-head'
import { TotalRow } from '@/app/(dashboard)/[portfolioId]/(overview)/total-row'
import { type View, WIDE_ONLY } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { StripAxis } from '@/components/charts/regime-strip'
import { MarkIcon, StripLegend, type StripMark } from '@/components/charts/strip-marks'
import { type StripScale, stripScale } from '@/components/charts/strip-scale'
import { Table, Th } from '@/components/ui/table'

/** Six classes against both regimes and the adopted target, what stands apart, and the total: every column adds up. */
export function ClassTable({ view }: { view: View }) {
  const t = useTranslations('overview.table')
  const { rows } = view.overview.comparison
  const scale = stripScale(rows)
  return (
    <div className={`${WIDE_ONLY} grid grid-cols-[minmax(0,1fr)] gap-2`}>
      <div className="rounded-lg border border-line bg-surface [&>section]:overflow-x-auto">
        <Table label={t('label')} className="[&_thead_th]:static! [&_thead_th]:whitespace-nowrap">
          <ClassTableHead view={view} scale={scale} />
          <tbody>
            {rows.map((row, i) => (
              <ClassTableRow key={row.assetClass} row={row} index={i} view={view} scale={scale} />
            ))}
            <ApartRows view={view} />
          </tbody>
          <TotalRow view={view} />
        </Table>
      </div>
      <Legend adopted={view.adoption !== null} />
    </div>
  )
}

function ClassTableHead({ view, scale }: { view: View; scale: StripScale }) {
  const t = useTranslations('overview.table')
  const regime = useTranslations('units.regime')
  const locale = useLocale()
  const inCurrency = { currency: useTranslations('units.currency')(view.snapshot.currency) }
  const labels = axisLabels(locale, scale)
  return (
    <thead>
      <tr>
        <Th rowSpan={2}>{t('class')}</Th>
        <Th rowSpan={2} numeric>
          {t('value', inCurrency)}
        </Th>
        <Th rowSpan={2} numeric>
          {t('now')}
        </Th>
        <Th rowSpan={2} className="w-full px-5! pt-2 pb-1">
          <span className="block pb-1">{t('strip')}</span>
          <StripAxis scale={scale} labels={labels} />
        </Th>
        {(['tightening', 'postQt'] as const).map((name) => (
          <Th key={name} colSpan={2} scope="colgroup" className="border-b-0! border-l pt-2 text-center!">
            <MarkIcon mark={name} /> {regime(name)}
          </Th>
        ))}
        <TargetHead view={view} />
      </tr>
      <tr>
        {(['tightening', 'postQt'] as const).map((name) => (
          <WeightAndShift key={name} />
        ))}
        {view.adoption && (
          <>
            <Th numeric className="border-l">
              {t('target')}
            </Th>
            <Th numeric>{t('drift')}</Th>
            <Th numeric>{t('driftMoney', inCurrency)}</Th>
            <Th numeric className="pr-4!">
              {t('shift')}
            </Th>
          </>
        )}
      </tr>
    </thead>
  )
}

function WeightAndShift() {
  const t = useTranslations('overview.table')
  return (
    <>
      <Th numeric className="border-l">
        {t('weight')}
      </Th>
      <Th numeric>{t('shift')}</Th>
    </>
  )
}

/** What the marks of the strips mean. */
export function Legend({ adopted }: { adopted: boolean }) {
  const t = useTranslations('overview.legend')
  const marks: StripMark[] = adopted ? ['now', 'tightening', 'postQt', 'target'] : ['now', 'tightening', 'postQt']
  return <StripLegend items={marks.map((mark) => ({ mark, label: t(mark) }))} />
}
