import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import type { StageChoice } from '@/lib/core/stages'
import { daysBetween, type IsoDate } from '@/lib/core/units'
import { saveStages } from '@/lib/db/plan-stages'
import { openPlan } from '@/lib/flows/open-plan'

/** Later than that, nobody plans; it also keeps the last stage within the calendar. */
const LATEST_FIRST_DAYS = 3660

/** The days of a plan with the version that they were stored at. */
export interface StoredStages {
  stages: StageChoice | null
  version: number
}

/**
 * Says on which days parts of a saved plan are due; null takes them back. Stored at the version that was seen, otherwise a conflict that
 * carries the present days, unless they are the same. The first day is not before the plan's own.
 */
export async function stageSavedPlan(
  userId: string,
  { id, version, choice }: { id: string; version: number; choice: StageChoice | null },
): Promise<ActionResult<StoredStages, StoredStages>> {
  const plan = await openPlan(userId, id)
  if (!plan) return refusal('notFound')
  const fault = choice && faultOf(choice.first, plan.document.policy.asOf)
  if (fault) return refusal('invalid', { fields: { first: fault } })
  const saved = await saveStages(userId, { id, version, stages: choice && { ...choice } })
  if (saved) return success({ stages: choice, version: version + 1 })
  const now = await openPlan(userId, id)
  if (!now) return refusal('notFound')
  const current = { stages: now.stages, version: now.version }
  return same(now.stages, choice) ? success(current) : refusal('conflict', { current })
}

function faultOf(first: IsoDate, asOf: IsoDate): string | null {
  const days = daysBetween(asOf, first)
  if (days < 0) return 'exports.stages.tooEarly'
  return days > LATEST_FIRST_DAYS ? 'exports.stages.tooLate' : null
}

const same = (a: StageChoice | null, b: StageChoice | null): boolean =>
  a === b ||
  (a !== null && b !== null && a.count === b.count && a.first === b.first && a.every === b.every && a.n === b.n)
