'use client'

import { useTranslations } from 'next-intl'
import type { Proposal } from '@/app/(dashboard)/[portfolioId]/targets/adopt-dialog'
import { useBandName, useBandSummary } from '@/app/(dashboard)/[portfolioId]/targets/band-summary'
import { sameBand } from '@/app/(dashboard)/[portfolioId]/targets/band-text'
import { Percent } from '@/components/values/percent'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { measureDrift } from '@/lib/core/drift'
import type { Adoption, Destination } from '@/lib/core/targets'
import type { Bps } from '@/lib/core/units'
import type { Breakdown } from '@/lib/core/valuation'

interface Props {
  proposal: Proposal
  inForce: Adoption | null
  basis: Breakdown
}

/** What the table of changes does not say: the drift that would result, and where a class is led back to. */
export function AdoptSentences({ proposal, inForce, basis }: Props) {
  return (
    <ul className="grid gap-1">
      <BandLines proposal={proposal} inForce={inForce} />
      <li>
        <DriftSentence
          before={inForce && measureDrift(basis, inForce.weights)}
          after={measureDrift(basis, proposal.weights)}
        />
      </li>
      <li>
        <DestinationSentence before={inForce?.destination ?? proposal.destination} after={proposal.destination} />
      </li>
    </ul>
  )
}

function DestinationSentence({ before, after }: { before: Destination; after: Destination }) {
  const t = useTranslations('targets.adopt')
  const name = useTranslations('units.destination')
  if (before === after) return t('destination', { after: name(after) })
  return t('destinationChange', { before: name(before), after: name(after) })
}

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
