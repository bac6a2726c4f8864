import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { sameWeights, type Weights } from '@/lib/core/asset-class'
import { type Adoption, exampleWeights, type Target, type TargetOrigin, weightsOfHoldings } from '@/lib/core/targets'
import { breakdown } from '@/lib/core/valuation'
import { findAdoption, findAdoptionById, saveAdoption } from '@/lib/db/adoptions'
import type { Tx } from '@/lib/db/client'
import { changePortfolio, isUniqueViolation, nothingChanged } from '@/lib/db/portfolio-change'
import { findSnapshot } from '@/lib/db/snapshot'
import { findTargetModel } from '@/lib/db/target-models'

/** Where the weights come from: the server looks them up there, so that a recorded origin is always the true one. */
export type TargetSource =
  | Extract<TargetOrigin, { kind: 'builtIn' | 'blend' | 'holdings' }>
  | { kind: 'custom'; modelId: string }
  | { kind: 'earlier'; adoptionId: string }

/** A target as the user saw it. `replaces` is the adoption in force that they saw beside it. */
export interface AdoptionRequest extends Target {
  id: string
  portfolioId: string
  source: TargetSource
  replaces: string | null
}

/**
 * Puts a target in force, as the deliberate act of a user. The same id again is the same act. It is a conflict, which carries the target
 * in force, when another target was adopted meanwhile, or when the source no longer gives the weights that the user saw.
 */
export async function adoptTarget(
  userId: string,
  request: AdoptionRequest,
): Promise<ActionResult<Adoption, Adoption | null>> {
  const { id, portfolioId, bands, destination, weights } = request
  try {
    return await changePortfolio<Adoption, Adoption | null>(userId, portfolioId, async (tx) => {
      const done = await findAdoptionById(userId, portfolioId, id, tx)
      if (done) nothingChanged(done)
      const inForce = await findAdoption(userId, portfolioId, tx)
      if ((inForce?.id ?? null) !== request.replaces) return conflict('targets.failure.replaced', inForce)
      const found = await lookUp(userId, request, tx)
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

async function lookUp(userId: string, { portfolioId, source }: AdoptionRequest, tx: Tx): Promise<Found | null> {
  switch (source.kind) {
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
