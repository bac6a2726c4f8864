import type { Certificate } from '@/lib/core/plan'
import { type FineMoney, fineMoney, larger } from '@/lib/core/units'

/** What may be said of a plan: `none` was saved before plans came with a proof. */
export type Standing = 'optimal' | 'within' | 'deadline' | 'unconfirmed' | 'none'

export function standingOf({ certified, status, objective }: Certificate): Standing {
  if (!certified) return objective === 0n ? 'none' : 'unconfirmed'
  return status === 'withinTolerance' ? 'within' : status
}

/** How far the plan may be from the best possible. */
export const gapOf = ({ objective, lowerBound }: Certificate): FineMoney =>
  fineMoney(larger<bigint>(0n, objective - lowerBound))
