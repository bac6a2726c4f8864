import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { sameWeights, type Weights } from '@/lib/core/asset-class'
import { convictionOf } from '@/lib/core/conviction'
import type { Evaluation } from '@/lib/core/regime'
import { type MeasuredOrigin, measuredOrigin, unknownReason } from '@/lib/core/regime-proposal'
import {
  type Adoption,
  type BuiltInOrigin,
  exampleWeights,
  type Target,
  type TargetOrigin,
  weightsOfHoldings,
} from '@/lib/core/targets'
import type { IsoDate } from '@/lib/core/units'
import { breakdown } from '@/lib/core/valuation'
import { findAdoption, findAdoptionById, saveAdoption } from '@/lib/db/adoptions'
import type { Tx } from '@/lib/db/client'
import { changePortfolio, isUniqueViolation, nothingChanged } from '@/lib/db/portfolio-change'
import { findSnapshot } from '@/lib/db/snapshot'
import { findTargetModel } from '@/lib/db/target-models'

/** Where the weights come from: the server looks them up there, so that a recorded origin is always the true one. */
export type TargetSource =
  | Exclude<BuiltInOrigin, MeasuredOrigin>
  | Omit<MeasuredOrigin, 'score'>
  | { kind: 'holdings' }
  | { kind: 'custom'; modelId: string }
  | { kind: 'earlier'; adoptionId: string }

/** A target as the user saw it. `replaces` is the adoption in force that they saw beside it. */
export interface AdoptionRequest extends Target {
  id: string
  portfolioId: string
  source: TargetSource
  replaces: string | null
}

/** What was measured, and the day on which it is asked. */
interface Measured {
  evaluation: Evaluation | null
  asOf: IsoDate
}

const NOT_ASKED = async (): Promise<Measured | null> => null

/**
 * Puts a target in force, as the deliberate act of a user. The same id again is the same act. It is a conflict, which carries the target
 * in force, when another target was adopted meanwhile, or when the source no longer gives the weights that the user saw. `readMeasured` is
 * asked only for a target that was proposed from the measured regime.
 */
export async function adoptTarget(
  userId: string,
  request: AdoptionRequest,
  readMeasured: () => Promise<Measured | null> = NOT_ASKED,
): Promise<ActionResult<Adoption, Adoption | null>> {
  const { id, portfolioId, bands, destination, weights } = request
  // Before the transaction, which holds the portfolio's lock.
  const measured = request.source.kind === 'measured' ? await readMeasured() : null
  try {
    return await changePortfolio<Adoption, Adoption | null>(userId, portfolioId, async (tx) => {
      const done = await findAdoptionById(userId, portfolioId, id, tx)
      if (done) nothingChanged(done)
      const inForce = await findAdoption(userId, portfolioId, tx)
      if ((inForce?.id ?? null) !== request.replaces) return conflict('targets.failure.replaced', inForce)
      const found = await lookUp(userId, request, measured, tx)
      if (!found || !sameWeights(found.weights, weights)) return conflict('targets.failure.moved', inForce)
      return success(
        await saveAdoption(userId, portfolioId, { id, bands, destination, origin: found.origin, weights }, tx),
      )
    })
  } catch (error) {
    // The id belongs to an adoption that is not this user's, or of another portfolio.
    if (isUniqueViolation(error)) return refusal('notFound')
    throw error
  }
}

const conflict = (message: string, current: Adoption | null) =>
  refusal('conflict', { fields: { '': message }, current })

type Found = { origin: TargetOrigin; weights: Weights }

async function lookUp(
  userId: string,
  { portfolioId, source }: AdoptionRequest,
  measured: Measured | null,
  tx: Tx,
): Promise<Found | null> {
  switch (source.kind) {
    case 'measured':
      return measured && lookUpMeasured(source, measured)
    case 'builtIn':
    case 'blend':
      return { origin: source, weights: exampleWeights(source) }
    case 'custom': {
      const model = await findTargetModel(userId, source.modelId, tx)
      return model && { origin: { kind: 'custom', modelId: model.id, name: model.name }, weights: model.weights }
    }
    case 'holdings': {
      const snapshot = await findSnapshot(userId, portfolioId, tx)
      const weights = snapshot && weightsOfHoldings(breakdown(snapshot))
      return weights && { origin: source, weights }
    }
    case 'earlier':
      return findAdoptionById(userId, portfolioId, source.adoptionId, tx)
  }
}

/** Nothing when the state or its Friday is another by now, or when the regime is unknown. */
function lookUpMeasured(source: Omit<MeasuredOrigin, 'score'>, { evaluation, asOf }: Measured): Found | null {
  if (evaluation === null || unknownReason(evaluation, asOf)) return null
  const origin = measuredOrigin(evaluation, source.risk, convictionOf(source))
  const isSeen = origin.state === source.state && origin.friday === source.friday
  return isSeen ? { origin, weights: exampleWeights(origin) } : null
}
