import type { Request } from '@/bench/request'
import type { PlanPolicy } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'
import { readRequest } from '@/lib/formats/plan-request'

/** A sound request as the allocator's own input. Throws where the reader finds anything wrong with it. */
export function bookOf(request: Request): { snapshot: Snapshot; policy: PlanPolicy } {
  const read = readRequest(request)
  if (!read.ok) throw new Error(`Not a sound request: ${JSON.stringify(read.issues)}`)
  return read
}
