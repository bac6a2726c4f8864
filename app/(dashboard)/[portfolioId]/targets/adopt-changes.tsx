'use client'

import { useTranslations } from 'next-intl'
import type { Proposal } from '@/app/(dashboard)/[portfolioId]/targets/adopt-dialog'
import { useBandName } from '@/app/(dashboard)/[portfolioId]/targets/band-summary'
import { ClassName } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import { RowHead, Table, Td, TFoot, Th, Tr } from '@/components/ui/table'
import { PointsChange } from '@/components/values/change'
import { Percent } from '@/components/values/percent'
import { ASSET_CLASSES, type AssetClass } from '@/lib/core/asset-class'
import type { Adoption } from '@/lib/core/targets'
import { bps, WHOLE } from '@/lib/core/units'

interface Props {
  proposal: Proposal
  inForce: Adoption | null
}

/** Target now and new, class by class, with its band. */
export function AdoptChanges({ proposal, inForce }: Props) {
  const t = useTranslations('targets.adopt')
  const units = useTranslations('units')
  return (
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
  )
}

const Total = () => (
  <Td numeric>
    <Percent value={bps(WHOLE)} />
  </Td>
)

function ClassChange({ assetClass, proposal, inForce }: Props & { assetClass: AssetClass }) {
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
