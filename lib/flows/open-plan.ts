import 'server-only'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { StageChoice } from '@/lib/core/stages'
import { findPlan, type SavedPlan } from '@/lib/db/plans'
import { decodeDocument } from '@/lib/formats/plan-json'
import { readStages } from '@/lib/formats/plan-stages'

export interface OpenPlan extends Omit<SavedPlan, 'document' | 'stages'> {
  document: PlanDocument
  /** Null: all at once. */
  stages: StageChoice | null
}

/** A saved plan as it was saved, from its own document alone; null when it is not this user's. */
export async function openPlan(userId: string, planId: string): Promise<OpenPlan | null> {
  const saved = await findPlan(userId, planId)
  return saved && { ...saved, document: decodeDocument(saved.document), stages: readStages(saved.stages) }
}
