'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ClassName } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import { useStripLabel } from '@/app/(dashboard)/[portfolioId]/targets/strip-label'
import type { Draft } from '@/app/(dashboard)/[portfolioId]/targets/use-draft'
import { WeightDerivation } from '@/app/(dashboard)/[portfolioId]/targets/weight-derivation'
import { RegimeStrip, StripAxis } from '@/components/charts/regime-strip'
import { type StripScale, stripScale } from '@/components/charts/strip-scale'
import { Explain } from '@/components/ui/explain'
import { RowHead, Table, Td, TFoot, Th, Tr } from '@/components/ui/table'
import { MoneyChange, PointsChange } from '@/components/values/change'
import { formatPercent } from '@/components/values/format'
import { Percent } from '@/components/values/percent'
import { FULL_CONVICTION } from '@/lib/core/conviction'
import { type ClassRow, compare } from '@/lib/core/drift'
import { type RiskLevel, regimePair } from '@/lib/core/models'
import { type BuiltInOrigin, DEFAULT_BANDS } from '@/lib/core/targets'
import { bps, WHOLE } from '@/lib/core/units'
import type { Breakdown } from '@/lib/core/valuation'

const APART = ['unclassified', 'cash'] as const

interface Props {
  draft: Draft
  risk: RiskLevel
  basis: Breakdown
  currency: string
}

/** The considered weights beside what is held: the regime strip, drift in points and the calculated shift, class by class. */
export function DraftTable({ draft, risk, basis, currency }: Props) {
  const t = useTranslations('targets.table')
  const units = useTranslations('units')
  const { rows, scale, drift } = compareDraft(draft, risk, basis)
  const origin = 'risk' in draft.origin ? draft.origin : null
  return (
    <Table label={t('label')}>
      <DraftHead scale={scale} />
      <tbody>
        {rows.map((row) => (
          <ClassLine key={row.assetClass} row={row} scale={scale} origin={origin} currency={currency} />
        ))}
        {APART.map((bucket) => (
          <ApartLine key={bucket} bucket={bucket} basis={basis} />
        ))}
      </tbody>
      <TFoot>
        <tr>
          <RowHead>{units('total')}</RowHead>
          <Td numeric>
            <Percent value={bps(WHOLE)} />
          </Td>
          <Td numeric>{basis.weights && <Percent value={bps(WHOLE)} />}</Td>
          <Td className="max-md:hidden" />
          <Td numeric>{drift !== null && <Percent value={drift} />}</Td>
          <Td className="max-sm:hidden" />
        </tr>
      </TFoot>
    </Table>
  )
}

function DraftHead({ scale }: { scale: StripScale }) {
  const t = useTranslations('targets.table')
  const locale = useLocale()
  return (
    <thead>
      <tr>
        <Th>{t('class')}</Th>
        <Th numeric>{t('target')}</Th>
        <Th numeric>{t('now')}</Th>
        <Th className="min-w-52 px-4 max-md:hidden">
          <span className="sr-only">{t('strip')}</span>
          <StripAxis
            scale={scale}
            labels={scale.ticks.map((tick) => formatPercent(locale, bps(tick), { decimals: 0 }))}
          />
        </Th>
        <Th numeric>
          {t('drift')}
          <Explain label={t('driftLabel')}>{t('driftFormula')}</Explain>
        </Th>
        <Th numeric className="max-sm:hidden">
          {t('shift')}
        </Th>
      </tr>
    </thead>
  )
}

interface LineProps {
  row: ClassRow
  scale: StripScale
  /** Of a weight that was computed; a user's own model has nothing to open. */
  origin: BuiltInOrigin | null
  currency: string
}

function ClassLine({ row, scale, origin, currency }: LineProps) {
  const labelOf = useStripLabel()
  if (!row.adopted) return null
  return (
    <Tr>
      <RowHead>
        <ClassName assetClass={row.assetClass} short="narrow" />
      </RowHead>
      <Td numeric className="font-semibold whitespace-nowrap">
        {origin && <WeightDerivation assetClass={row.assetClass} origin={origin} />}
        <Percent value={row.adopted.target} />
      </Td>
      <Td numeric>{row.weight !== null && <Percent value={row.weight} />}</Td>
      <Td className="px-4 max-md:hidden">
        <RegimeStrip row={row} scale={scale} label={labelOf(row)} />
      </Td>
      <Td numeric>{row.adopted.drift !== null && <PointsChange value={row.adopted.drift} unit={false} />}</Td>
      <Td numeric className="max-sm:hidden">
        {row.weight !== null && <MoneyChange value={row.adopted.shift} currency={currency} />}
      </Td>
    </Tr>
  )
}

/** What stands beside the six classes: a target has no weight for it. */
function ApartLine({ bucket, basis }: { bucket: (typeof APART)[number]; basis: Breakdown }) {
  const units = useTranslations('units')
  if (!basis.weights || basis.values[bucket] === 0n) return null
  return (
    <Tr>
      <RowHead>{units(bucket)}</RowHead>
      <Td numeric>{units('none')}</Td>
      <Td numeric>
        <Percent value={basis.weights[bucket]} />
      </Td>
      <Td className="max-md:hidden" />
      <Td numeric>
        <PointsChange value={basis.weights[bucket]} unit={false} />
      </Td>
      <Td className="max-sm:hidden" />
    </Tr>
  )
}

/**
 * The draft compared as if it were in force, with the published regimes whatever its conviction. The scale holds both ends of the way, so that
 * nothing jumps while the slider moves.
 */
function compareDraft(draft: Draft, risk: RiskLevel, basis: Breakdown) {
  const pair = regimePair(risk)
  const bands = draft.bands ?? DEFAULT_BANDS
  const way = regimePair(risk, Math.max(draft.conviction, FULL_CONVICTION))
  const [here, ...ends] = [draft.weights, way.tightening, way.postQt].map((weights) =>
    compare(basis, pair, { weights, bands, destination: draft.destination }),
  )
  const rows = here?.rows ?? []
  return { rows, scale: stripScale([...rows, ...ends.flatMap((end) => end.rows)]), drift: here?.drift ?? null }
}
