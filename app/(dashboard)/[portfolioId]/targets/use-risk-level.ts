'use client'

import { useTranslations } from 'next-intl'
import { useOptimistic } from 'react'
import { saveRiskLevelAction } from '@/app/(dashboard)/[portfolioId]/targets/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { toastUndo } from '@/components/ui/toast'
import type { RiskLevel } from '@/lib/core/models'

/** The risk level: shown at once, stored behind it, and taken back by an undo. */
export function useRiskLevel(portfolioId: string, stored: RiskLevel) {
  const t = useTranslations()
  const [risk, show] = useOptimistic(stored)
  const { pending, run } = useAction()
  function save(from: RiskLevel, to: RiskLevel, done: () => void) {
    run(
      () => {
        show(to)
        return saveRiskLevelAction({ portfolioId, from, to })
      },
      { done },
    )
  }
  function setRisk(to: RiskLevel) {
    const from = risk
    save(from, to, () =>
      toastUndo(t('targets.models.set', { risk: t(`units.risk.${to}`) }), {
        label: t('common.action.undo'),
        run: () => save(to, from, () => {}),
      }),
    )
  }
  return { risk, setRisk, pending }
}
