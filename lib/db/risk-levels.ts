import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import type { RiskLevel } from '@/lib/core/models'
import { changePortfolio, nothingChanged } from '@/lib/db/portfolio-change'

/**
 * Sets which pair of regime models a portfolio is compared with. It names the level that the user saw: when another one is stored by
 * now, it is a conflict that carries that one. Setting what is stored already changes nothing.
 */
export function saveRiskLevel(
  userId: string,
  portfolioId: string,
  { from, to }: { from: RiskLevel; to: RiskLevel },
): Promise<ActionResult<undefined, RiskLevel>> {
  return changePortfolio<undefined, RiskLevel>(userId, portfolioId, async (tx) => {
    const { riskLevel } = await tx.portfolio.findFirstOrThrow({ where: { id: portfolioId, userId } })
    if (riskLevel === to) nothingChanged(undefined)
    if (riskLevel !== from) return refusal('conflict', { current: riskLevel })
    await tx.portfolio.updateMany({ where: { id: portfolioId, userId }, data: { riskLevel: to } })
    return success()
  })
}
