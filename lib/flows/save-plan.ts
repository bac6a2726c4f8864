import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import type { ComputedPlan, PlanDocument } from '@/lib/core/plan-document'
import { type Change, diffInputs } from '@/lib/core/snapshot-diff'
import type { IsoDate } from '@/lib/core/units'
import type { Tx } from '@/lib/db/client'
import { createPlan, findPlan } from '@/lib/db/plans'
import { holdPortfolio, isUniqueViolation } from '@/lib/db/portfolio-change'
import { computePlan, findPlanBase, type PlanChoices } from '@/lib/flows/preview-plan'
import { decodeInput, encodeInput } from '@/lib/formats/plan-input'
import { encodeDocument } from '@/lib/formats/plan-json'

/** In characters; a server action takes one megabyte, and a name may need three bytes for each. */
export const LARGEST_INPUT = 250_000

/** What a preview was computed from, as it is carried through the page; null when it is too large for that. */
export function inputToCarry({ snapshot, adoption }: ComputedPlan): string | null {
  const text = encodeInput({ snapshot, target: adoption })
  return text.length > LARGEST_INPUT ? null : text
}

export interface SaveRequest {
  /** Made by the browser: the same id again is the same plan. */
  id: string
  portfolioId: string
  name: string
  choices: PlanChoices
  /** The hash of the plan on the screen. */
  inputHash: string
  /** What that plan was computed from (`inputToCarry`), only to say what moved; null when it was too large. */
  seen: string | null
}

/**
 * Computes the plan again from the present book and stores it under a name. When that is not the plan that the user saw, it is a
 * conflict that carries what moved (an empty list: only the date did, or it was too much to say). A plan with errors is `invalid`.
 */
export async function savePlan(
  userId: string,
  request: SaveRequest,
  asOf: IsoDate,
): Promise<ActionResult<{ id: string }, Change[]>> {
  try {
    return await holdPortfolio(userId, request.portfolioId, (tx) => saveHeld(userId, request, asOf, tx))
  } catch (error) {
    // The id belongs to a plan that is deleted or not this user's.
    if (isUniqueViolation(error)) return refusal('notFound')
    throw error
  }
}

async function saveHeld(
  userId: string,
  { id, portfolioId, name, choices, inputHash, seen }: SaveRequest,
  asOf: IsoDate,
  tx: Tx,
): Promise<ActionResult<{ id: string }, Change[]>> {
  const saved = await findPlan(userId, id, tx)
  if (saved) return saved.portfolioId === portfolioId ? success({ id }) : refusal('notFound')
  const base = await findPlanBase(userId, portfolioId, tx)
  if (!base?.adoption) return refusal('notFound')
  const computed = computePlan(base.snapshot, base.adoption, choices, asOf)
  if (computed.inputHash !== inputHash) return refusal('conflict', { current: whatMoved(seen, computed) })
  if (!hasPlan(computed)) return refusal('invalid', { issues: computed.issues })
  await createPlan(userId, { id, portfolioId, name, inputHash, document: encodeDocument(computed) }, tx)
  return success({ id })
}

const hasPlan = (computed: ComputedPlan): computed is PlanDocument => computed.plan !== null

function whatMoved(seen: string | null, { snapshot, adoption }: ComputedPlan): Change[] {
  const before = seen === null ? null : decodeInput(seen)
  return before ? diffInputs(before, { snapshot, target: adoption }) : []
}
