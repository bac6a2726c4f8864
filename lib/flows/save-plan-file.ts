import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { isSound } from '@/lib/core/verify-plan'
import { createPlan, findPlan } from '@/lib/db/plans'
import { holdPortfolio, isUniqueViolation } from '@/lib/db/portfolio-change'
import { type Patience, type VerifiedFile, verifyPlanFile } from '@/lib/flows/verify-plan-file'
import { encodeDocument } from '@/lib/formats/plan-json'

export interface PlanFileSave {
  /** Made by the browser: the same id again is the same plan. */
  id: string
  portfolioId: string
  name: string
  /** The file itself: it is checked again before it is stored. */
  text: string
}

/** Stores an exported plan under a name as a draft, if every check passes; it remembers when it was saved where it came from. */
export async function savePlanFile(
  userId: string,
  save: PlanFileSave,
  patience: Patience,
): Promise<ActionResult<{ id: string }>> {
  const verified = verifyPlanFile(save.text, patience)
  if (!verified || !isSound(verified.checks)) return refusal('invalid')
  try {
    return await store(userId, save, verified)
  } catch (error) {
    // The id belongs to a plan that is deleted or not this user's.
    if (isUniqueViolation(error)) return refusal('notFound')
    throw error
  }
}

function store(userId: string, { id, portfolioId, name }: PlanFileSave, { file }: VerifiedFile) {
  const { document, savedAt } = file
  const snapshot = { ...document.snapshot, portfolioId }
  const stored = encodeDocument({ ...document, snapshot, imported: { savedAt } })
  return holdPortfolio<{ id: string }>(userId, portfolioId, async (tx) => {
    const saved = await findPlan(userId, id, tx)
    if (saved) return saved.portfolioId === portfolioId ? success({ id }) : refusal('notFound')
    await createPlan(userId, { id, portfolioId, name, inputHash: document.inputHash, document: stored }, tx)
    return success({ id })
  })
}
