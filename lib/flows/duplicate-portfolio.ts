import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { copyName } from '@/lib/core/portfolio-name'
import { copyPortfolio } from '@/lib/db/portfolio-copy'
import { findPortfolio, type PortfolioSummary } from '@/lib/db/portfolios'

/**
 * Makes a second portfolio of a first, under an id that the browser chose: the same request twice makes one. Saved plans stay
 * with the original, because they name its rows.
 */
export async function duplicatePortfolio(
  userId: string,
  { sourceId, id }: { sourceId: string; id: string },
  decorate: (name: string) => string,
): Promise<ActionResult<PortfolioSummary>> {
  const before = await findPortfolio(userId, id)
  if (before) return success(before)
  const source = await findPortfolio(userId, sourceId)
  if (!source) return refusal('notFound')
  await copyPortfolio(userId, sourceId, { id, name: copyName(source.name, decorate) })
  const made = await findPortfolio(userId, id)
  return made ? success(made) : refusal('notFound')
}
