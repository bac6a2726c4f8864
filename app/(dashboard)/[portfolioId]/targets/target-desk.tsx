'use client'

import { useState } from 'react'
import { FollowCard } from '@/app/(dashboard)/[portfolioId]/following/follow-card'
import type { FollowingView } from '@/app/(dashboard)/[portfolioId]/following/read-following'
import { AdoptDialog, type Proposal } from '@/app/(dashboard)/[portfolioId]/targets/adopt-dialog'
import { AdoptionHistory } from '@/app/(dashboard)/[portfolioId]/targets/adoption-history'
import { DerivationPanel } from '@/app/(dashboard)/[portfolioId]/targets/derivation-panel'
import { considerMeasured } from '@/app/(dashboard)/[portfolioId]/targets/draft'
import { DraftPanel } from '@/app/(dashboard)/[portfolioId]/targets/draft-panel'
import { ModelDialog, type Subject } from '@/app/(dashboard)/[portfolioId]/targets/model-dialog'
import { OwnModels } from '@/app/(dashboard)/[portfolioId]/targets/own-models'
import { RiskModels } from '@/app/(dashboard)/[portfolioId]/targets/risk-models'
import { useDraft } from '@/app/(dashboard)/[portfolioId]/targets/use-draft'
import { useRiskLevel } from '@/app/(dashboard)/[portfolioId]/targets/use-risk-level'
import type { Weights } from '@/lib/core/asset-class'
import type { RiskLevel } from '@/lib/core/models'
import type { MeasuredOrigin } from '@/lib/core/regime-proposal'
import { type Adoption, DEFAULT_BANDS } from '@/lib/core/targets'
import type { Breakdown } from '@/lib/core/valuation'
import type { TargetModel } from '@/lib/db/target-models'

interface Props {
  portfolioId: string
  risk: RiskLevel
  basis: Breakdown
  /** Of the amounts in the basis. */
  currency: string
  held: Weights | null
  models: TargetModel[]
  adoptions: Adoption[]
  following: FollowingView
}

/** Models on the left, the draft they lead to on the right, then where the weights come from and what was adopted before. */
export function TargetDesk({ portfolioId, basis, currency, held, models, adoptions, following, ...stored }: Props) {
  const level = useRiskLevel(portfolioId, stored.risk)
  const measured = following.proposal.kind === 'proposal' ? following.proposal.origin : null
  const draft = useDraft({ risk: level.risk, models, held, adoptions, measured })
  const [proposal, propose] = useState<Proposal | null>(null)
  const [subject, edit] = useState<Subject | null>(null)
  const inForce = adoptions[0] ?? null
  const proposeAgain = (adoption: Adoption) => {
    draft.lookAt(adoption)
    propose({ ...adoption, source: { kind: 'earlier', adoptionId: adoption.id } })
  }
  const proposeMeasured = (origin: MeasuredOrigin) => {
    draft.choose({ kind: 'measured' })
    const { bands, destination } = inForce ?? { bands: DEFAULT_BANDS, destination: 'target' as const }
    propose({ ...considerMeasured(origin), bands, destination })
  }
  const lookAtSaved = (model: TargetModel) => {
    draft.choose({ kind: 'custom', modelId: model.id })
    edit(null)
  }
  const shared = { portfolioId, basis, inForce }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <FollowCard portfolioId={portfolioId} following={following} onAdopt={proposeMeasured} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 xl:grid-cols-[25rem_minmax(0,1fr)]">
        <div className="grid content-start gap-3">
          <RiskModels choice={draft.choice} choose={draft.choose} conviction={draft.conviction} {...level} />
          <OwnModels models={models} held={held} choice={draft.choice} choose={draft.choose} edit={edit} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-8">
          <DraftPanel
            {...shared}
            currency={currency}
            draft={draft}
            risk={level.risk}
            onAdopt={(bands) => propose({ ...draft, bands })}
            onCopy={() => edit({ kind: 'new', weights: draft.weights })}
          />
          <DerivationPanel risk={level.risk} conviction={draft.conviction} />
        </div>
      </div>
      <AdoptionHistory adoptions={adoptions} onAgain={proposeAgain} />
      <AdoptDialog {...shared} proposal={proposal} onClose={() => propose(null)} />
      <ModelDialog subject={subject} onClose={() => edit(null)} onSaved={lookAtSaved} />
    </div>
  )
}
