import { type PlanCheck, verifyPlan } from '@/lib/core/verify-plan'
import { inputHash } from '@/lib/flows/input-hash'
import { type PlanFile, readPlanJson } from '@/lib/formats/plan-json'

export interface VerifiedFile {
  file: PlanFile
  checks: PlanCheck[]
}

/** Milliseconds that only rise, and how many of them the search for the bound may take. */
export interface Patience {
  clock: () => number
  milliseconds: number
}

/** Reads an exported plan and checks it against itself; null when the text is no exported plan. */
export function verifyPlanFile(text: string, { clock, milliseconds }: Patience): VerifiedFile | null {
  const file = read(text)
  if (!file) return null
  const { document } = file
  const end = clock() + milliseconds
  const computed = inputHash(document.snapshot, document.policy)
  return { file, checks: verifyPlan(document, { inputHash: computed, expired: () => clock() >= end }) }
}

function read(text: string): PlanFile | null {
  try {
    return readPlanJson(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}
