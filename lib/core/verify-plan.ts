import { netTaxOf } from '@/lib/core/lots'
import type { PlanDocument } from '@/lib/core/plan-document'
import { cents } from '@/lib/core/units'
import { open } from '@/lib/core/verify-plan/book'
import { hashCheck, inputCheck, targetCheck } from '@/lib/core/verify-plan/input-checks'
import { proofChecks } from '@/lib/core/verify-plan/proof-checks'
import { CHECK_NAMES, type PlanCheck } from '@/lib/core/verify-plan/ruling'
import {
  cashCheck,
  driftCheck,
  remarkCheck,
  reserveCheck,
  totalCheck,
  turnoverCheck,
} from '@/lib/core/verify-plan/sum-checks'
import { costCheck, lotCheck, quantityCheck, taxCheck, valueCheck } from '@/lib/core/verify-plan/trade-checks'

export type { CheckName, PlanCheck } from '@/lib/core/verify-plan/ruling'

export interface Verifying {
  /** The digest of the document's inputs as they stand in it. */
  inputHash: string
  /** True when no time is left for another search; a bound that could not be proven again by then counts as refuted. */
  expired?: () => boolean
}

/**
 * Checks a plan against its own inputs: every identity to the cent, every limit, and the certificate. Objective and limits are computed
 * again by the independent checker; the lower bound is proven again by a new search, whose proof the checker examines, and must reach the
 * stated one. What the limits are worth (`certificate.prices`) is told and not proven, here as there.
 */
export function verifyPlan(document: PlanDocument, { inputHash, expired = () => false }: Verifying): PlanCheck[] {
  const opened = open(document)
  const { taxRates, terms } = document.policy
  const input = inputCheck(opened)
  const checks = [
    hashCheck(opened, inputHash),
    input,
    targetCheck(opened),
    quantityCheck(opened),
    lotCheck(opened),
    valueCheck(opened),
    costCheck(opened),
    taxCheck(opened, (short, long) => netTaxOf(cents(short), cents(long), taxRates, terms.lossCredit)),
    cashCheck(opened),
    reserveCheck(opened),
    turnoverCheck(opened),
    totalCheck(opened),
    driftCheck(opened),
    remarkCheck(opened),
    // A problem can be stated only from inputs that make sense.
    ...(input.ok ? proofChecks(opened, expired) : UNPROVABLE),
  ]
  return [...checks].sort((a, b) => CHECK_NAMES.indexOf(a.check) - CHECK_NAMES.indexOf(b.check))
}

const UNPROVABLE = (['reasons', 'limits', 'objective', 'lowerBound', 'gap'] as const).map(
  (check): PlanCheck => ({ check, ok: false, compared: 0, faults: [] }),
)

export const isSound = (checks: readonly PlanCheck[]): boolean => checks.every((check) => check.ok)
