'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { adoptTargetAction } from '@/app/(dashboard)/[portfolioId]/targets/actions'
import { AdoptChanges } from '@/app/(dashboard)/[portfolioId]/targets/adopt-changes'
import { AdoptSentences } from '@/app/(dashboard)/[portfolioId]/targets/adopt-sentences'
import type { Considered } from '@/app/(dashboard)/[portfolioId]/targets/draft'
import { useConsideredName, useOriginName } from '@/app/(dashboard)/[portfolioId]/targets/origin-name'
import { newId } from '@/app/(dashboard)/new-id'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { toastDone } from '@/components/ui/toast'
import type { Refusal } from '@/lib/core/action-result'
import type { Adoption, Target } from '@/lib/core/targets'
import type { Breakdown } from '@/lib/core/valuation'
import type { MessageKey } from '@/lib/i18n/message-key'

export type Proposal = Considered & Target

interface Props {
  portfolioId: string
  proposal: Proposal | null
  inForce: Adoption | null
  basis: Breakdown
  onClose: () => void
}

/** The one place where a target comes into force: it shows what changes, and asks. */
export function AdoptDialog({ proposal, onClose, ...rest }: Props) {
  const t = useTranslations()
  return (
    <Dialog
      open={proposal !== null}
      onClose={onClose}
      title={t('targets.adopt.title')}
      closeLabel={t('common.action.close')}
      wide
    >
      {proposal && <AdoptForm proposal={proposal} onClose={onClose} {...rest} />}
    </Dialog>
  )
}

function AdoptForm({ portfolioId, proposal, inForce, basis, onClose }: Props & { proposal: Proposal }) {
  const t = useTranslations()
  const nameOf = useOriginName()
  const origin = useConsideredName()(proposal)
  const { adopt, pending, fault } = useAdoption(portfolioId, proposal, inForce, () => {
    toastDone(t('targets.adopt.done', { origin }))
    onClose()
  })
  return (
    <div className="grid gap-3">
      <p>
        {inForce
          ? t('targets.adopt.instead', { origin, before: nameOf(inForce.origin) })
          : t('targets.adopt.first', { origin })}
      </p>
      <AdoptChanges proposal={proposal} inForce={inForce} />
      <AdoptSentences proposal={proposal} inForce={inForce} basis={basis} />
      <p className="text-muted">{t('targets.adopt.meaning')}</p>
      {fault && (
        <Notice tone="error" live>
          {t(fault)}
        </Notice>
      )}
      <DialogActions>
        <Button onClick={onClose}>{t('common.action.cancel')}</Button>
        <Button variant="primary" disabled={pending || fault === 'targets.failure.moved'} onClick={adopt}>
          {t('targets.adopt.confirm')}
        </Button>
      </DialogActions>
    </div>
  )
}

function useAdoption(portfolioId: string, proposal: Proposal, inForce: Adoption | null, done: () => void) {
  // One id for one opened dialog: however often the button is pressed, it is one act.
  const [id] = useState(newId)
  const [fault, setFault] = useState<MessageKey | null>(null)
  const { pending, run } = useAction()
  function refused({ code, fields }: Refusal<Adoption | null>): boolean {
    if (code !== 'conflict') return false
    setFault((fields?.[''] ?? 'common.failure.conflict') as MessageKey)
    return true
  }
  function adopt() {
    const { source, weights, bands, destination } = proposal
    const request = { id, portfolioId, source, weights, bands, destination, replaces: inForce?.id ?? null }
    run(() => adoptTargetAction(request), { done, refused })
  }
  return { adopt, pending, fault }
}
