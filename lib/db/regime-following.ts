import { type ActionResult, success } from '@/lib/core/action-result'
import type { Dismissal } from '@/lib/core/regime-proposal'
import { dateToColumn } from '@/lib/db/decimals'
import { holdPortfolio } from '@/lib/db/portfolio-change'

/** Whether a portfolio follows the measured regime. A fresh start: what was dismissed before is forgotten. Nothing that a plan rests on changes. */
export function saveFollowing(userId: string, portfolioId: string, followsRegime: boolean): Promise<ActionResult> {
  return holdPortfolio(userId, portfolioId, async (tx) => {
    const data = { followsRegime, dismissedState: null, dismissedFriday: null }
    const where = { id: portfolioId, userId, followsRegime: !followsRegime }
    await tx.portfolio.updateMany({ where, data })
    return success()
  })
}

/** Remembers the proposal that the user did not want, in place of an earlier one; null takes that back. */
export function saveDismissal(userId: string, portfolioId: string, dismissed: Dismissal | null): Promise<ActionResult> {
  return holdPortfolio(userId, portfolioId, async (tx) => {
    const dismissedFriday = dismissed && dateToColumn(dismissed.friday)
    const data = { dismissedState: dismissed?.state ?? null, dismissedFriday }
    await tx.portfolio.updateMany({ where: { id: portfolioId, userId }, data })
    return success()
  })
}
