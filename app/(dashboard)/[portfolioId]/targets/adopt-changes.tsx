'use client'

import { useTranslations } from 'next-intl'
import type { Proposal } from '@/app/(dashboard)/[portfolioId]/targets/adopt-dialog'
import { useBandName, useBandSummary } from '@/app/(dashboard)/[portfolioId]/targets/band-summary'
import { sameBand } from '@/app/(dashboard)/[portfolioId]/targets/band-text'
import { ClassName } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import { RowHead, Table, Td, TFoot, Th, Tr } from '@/components/ui/table'
import { PointsChange } from '@/components/values/change'
import { Percent } from '@/components/values/percent'
import { ASSET_CLASSES, type AssetClass } from '@/lib/core/asset-class'
import { measureDrift } from '@/lib/core/drift'
import type { Adoption } from '@/lib/core/targets'
import { type Bps, bps, WHOLE } from '@/lib/core/units'
import type { Breakdown } from '@/lib/core/valuation'

interface Props {
  proposal: Proposal
  inForce: Adoption | null
  basis: Breakdown
}

/** Target now and new, class by class, with bands, destination, and what the drift would become. */
export function AdoptChanges({ proposal, inForce, basis }: Props) {
  const t = useTranslations('targets.adopt')
  const units = useTranslations('units')
  const led = inForce && inForce.destination !== proposal.destination
  return (
    <>
      <Table label={t('label')}>
        <thead>
          <tr>
            <Th>{t('class')}</Th>
            {inForce && <Th numeric>{t('before')}</Th>}
            <Th numeric>{t('after')}</Th>
            {inForce && <Th numeric>{t('change')}</Th>}
            <Th className="max-sm:hidden">{t('band')}</Th>
          </tr>
        </thead>
        <tbody>
          {ASSET_CLASSES.map((c) => (
            <ClassChange key={c} assetClass={c} proposal={proposal} inForce={inForce} />
          ))}
        </tbody>
        <TFoot>
          <tr>
            <RowHead>{units('total')}</RowHead>
            {inForce && <Total />}
            <Total />
            {inForce && <Td />}
            <Td className="max-sm:hidden" />
          </tr>
        </TFoot>
      </Table>
      <ul className="grid gap-1">
        <BandLines proposal={proposal} inForce={inForce} />
        <li>
          <DriftSentence
            before={inForce && measureDrift(basis, inForce.weights)}
            after={measureDrift(basis, proposal.weights)}
          />
        </li>
        <li>
          {led
            ? t('destinationChange', {
                before: units(`destination.${inForce.destination}`),
                after: units(`destination.${proposal.destination}`),
              })
            : t('destination', { after: units(`destination.${proposal.destination}`) })}
        </li>
      </ul>
    </>
  )
}

const Total = () => (
  <Td numeric>
    <Percent value={bps(WHOLE)} />
  </Td>
)

/** The bands in lines, where the table has no room for their column: what holds for all, then each class whose band changes. */
function BandLines({ proposal, inForce }: Omit<Props, 'basis'>) {
  const t = useTranslations('targets.adopt')
  const units = useTranslations('units.assetClass')
  const bandName = useBandName()
  const summary = useBandSummary()
  const changed = ASSET_CLASSES.filter((c) => inForce && !sameBand(inForce.bands[c], proposal.bands[c]))
  return (
    <>
      <li className="sm:hidden">{t('bands', { bands: summary(proposal.bands) })}</li>
      {inForce &&
        changed.map((c) => (
          <li key={c} className="sm:hidden">
            {t('bandOf', { class: units(c), before: bandName(inForce.bands[c]), after: bandName(proposal.bands[c]) })}
          </li>
        ))}
    </>
  )
}

function ClassChange({ assetClass, proposal, inForce }: Omit<Props, 'basis'> & { assetClass: AssetClass }) {
  const t = useTranslations('targets.adopt')
  const bandName = useBandName()
  const before = inForce && bandName(inForce.bands[assetClass])
  const after = bandName(proposal.bands[assetClass])
  return (
    <Tr>
      <RowHead>
        <ClassName assetClass={assetClass} short="narrow" />
      </RowHead>
      {inForce && (
        <Td numeric>
          <Percent value={inForce.weights[assetClass]} />
        </Td>
      )}
      <Td numeric className="font-semibold">
        <Percent value={proposal.weights[assetClass]} />
      </Td>
      {inForce && (
        <Td numeric>
          <PointsChange value={bps(proposal.weights[assetClass] - inForce.weights[assetClass])} unit={false} />
        </Td>
      )}
      <Td className="max-sm:hidden">
        {before === null || before === after ? after : t('bandChange', { before, after })}
      </Td>
    </Tr>
  )
}

function DriftSentence({ before, after }: { before: Bps | null; after: Bps | null }) {
  const t = useTranslations('targets.adopt')
  if (after === null) return t('driftUnknown')
  const now = {
    after: () => (
      <strong key="after">
        <Percent value={after} />
      </strong>
    ),
  }
  if (before === null) return t.rich('driftFirst', now)
  return t.rich('driftChange', { ...now, before: () => <Percent key="before" value={before} /> })
}
