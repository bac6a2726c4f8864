import type { Issue } from '@/lib/core/issue'
import type { Plan, PlanPolicy } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'
import type { Adoption } from '@/lib/core/targets'

/** A plan as computed, with all that it was computed from. */
export interface ComputedPlan {
  snapshot: Snapshot
  /** The target in force. The policy steers to it, with the destination that was chosen for this one plan. */
  adoption: Adoption
  policy: PlanPolicy
  /** Null when an issue refuses it. */
  plan: Plan | null
  issues: Issue[]
  /** `sha256:` and the digest of what decides the trades: equal inputs have equal hashes. */
  inputHash: string
}

/** What is stored under a name, and never changed: it can be read without the book it came from. */
export interface PlanDocument extends ComputedPlan {
  plan: Plan
  /** Of a plan that came from a file: when it was saved where the file was made (ISO instant). */
  imported?: { savedAt: string }
}
