import { createHash } from 'node:crypto'
import type { PlanPolicy } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'
import { canonicalInput } from '@/lib/formats/plan-input'

/** The fingerprint of what decides a plan: `sha256:` and the digest of its canonical text. */
export function inputHash(snapshot: Snapshot, policy: PlanPolicy): string {
  return `sha256:${createHash('sha256').update(canonicalInput(snapshot, policy)).digest('hex')}`
}
