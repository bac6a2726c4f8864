import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { sameWeights, type Weights } from '@/lib/core/asset-class'
import { db, type Tx } from '@/lib/db/client'
import { isUniqueViolation } from '@/lib/db/portfolio-change'

/** A model that a user typed in: weights with a name. It steers nothing until it is adopted. */
export interface TargetModel {
  id: string
  name: string
  weights: Weights
  version: number
}

type Content = Pick<TargetModel, 'name' | 'weights'>

/** The user's own models, oldest first. */
export async function listTargetModels(userId: string): Promise<TargetModel[]> {
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }]
  const rows = await db().targetModel.findMany({ where: { userId, deletedAt: null }, orderBy })
  return rows.map(toTargetModel)
}

export async function findTargetModel(userId: string, id: string, tx: Tx = db()): Promise<TargetModel | null> {
  const row = await tx.targetModel.findFirst({ where: { id, userId, deletedAt: null } })
  return row && toTargetModel(row)
}

/** Stores a new model under the id that the client made; the same id again is the same model. */
export async function createTargetModel(
  userId: string,
  { id, name, weights }: Content & { id: string },
): Promise<ActionResult<TargetModel>> {
  try {
    const row = await db().targetModel.create({ data: { id, name, weights, user: { connect: { id: userId } } } })
    return success(toTargetModel(row))
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const stored = await findTargetModel(userId, id)
    return stored ? success(stored) : refusal('notFound')
  }
}

/** Saves over the version that was seen; a newer one is a conflict that carries it, unless it says the same. */
export async function saveTargetModel(
  userId: string,
  { id, name, weights, version }: TargetModel,
): Promise<ActionResult<TargetModel, TargetModel>> {
  const { count } = await db().targetModel.updateMany({
    where: { id, userId, version, deletedAt: null },
    data: { name, weights, version: { increment: 1 } },
  })
  const stored = await findTargetModel(userId, id)
  if (!stored) return refusal('notFound')
  const saved = count === 1 || (stored.name === name && sameWeights(stored.weights, weights))
  return saved ? success(stored) : refusal('conflict', { current: stored })
}

/** Deletes the version that was seen, so that `restoreTargetModel` can bring it back. Deleting twice is the same as once. */
export async function removeTargetModel(
  userId: string,
  { id, version }: Pick<TargetModel, 'id' | 'version'>,
): Promise<ActionResult<undefined, TargetModel>> {
  const { count } = await db().targetModel.updateMany({
    where: { id, userId, version, deletedAt: null },
    data: { deletedAt: new Date() },
  })
  if (count === 1) return success()
  const stored = await db().targetModel.findFirst({ where: { id, userId } })
  if (!stored) return refusal('notFound')
  return stored.deletedAt ? success() : refusal('conflict', { current: toTargetModel(stored) })
}

export async function restoreTargetModel(userId: string, id: string): Promise<ActionResult<TargetModel>> {
  await db().targetModel.updateMany({ where: { id, userId, deletedAt: { not: null } }, data: { deletedAt: null } })
  const stored = await findTargetModel(userId, id)
  return stored ? success(stored) : refusal('notFound')
}

const toTargetModel = (row: { id: string; name: string; weights: unknown; version: number }): TargetModel => ({
  id: row.id,
  name: row.name,
  weights: row.weights as Weights,
  version: row.version,
})
