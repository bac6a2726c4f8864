import 'server-only'
import type { PlanDocument } from '@/lib/core/plan-document'
import { findPlan, type SavedPlan } from '@/lib/db/plans'
import { decodeDocument } from '@/lib/formats/plan-json'

export interface OpenPlan extends Omit<SavedPlan, 'document'> {
  document: PlanDocument
}

/** A saved plan as it was saved, from its own document alone; null when it is not this user's. */
export async function openPlan(userId: string, planId: string): Promise<OpenPlan | null> {
  const saved = await findPlan(userId, planId)
  return saved && { ...saved, document: decodeDocument(saved.document) }
}
