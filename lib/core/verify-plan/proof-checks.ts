import { fineDown, fineRounded } from '@/lib/core/allocator/check'
import { describePlan } from '@/lib/core/allocator/describe'
import type { Certificate, Trade } from '@/lib/core/plan'
import { ONE } from '@/lib/core/units'
import type { Opened } from '@/lib/core/verify-plan/book'
import { fineText } from '@/lib/core/verify-plan/figures'
import { type Restated, recheck, restate } from '@/lib/core/verify-plan/restate'
import { type PlanCheck, Ruling } from '@/lib/core/verify-plan/ruling'

/** All that needs the problem of the plan: reasons, limits, and the certificate. */
export function proofChecks(opened: Opened, expired: () => boolean): PlanCheck[] {
  const restated = restate(opened, expired)
  const checked = recheck(restated, expired)
  return [
    reasonCheck(opened, restated),
    limitCheck(restated, checked.faults),
    objectiveCheck(opened, checked),
    boundCheck(opened, checked),
    gapCheck(opened, restated),
  ]
}

function reasonCheck({ policy, plan }: Opened, { snapshot, problem, units, lotsSold }: Restated): PlanCheck {
  const ruling = new Ruling('reasons')
  const told = describePlan(snapshot, policy, problem, units, lotsSold)
  const reasons = new Map(told.trades.map((t) => [t.holdingId, t.reason]))
  const text = (reason: Trade['reason'] | undefined): string =>
    reason
      ? [reason.code, reason.assetClass, reason.before, reason.after, reason.target, reason.closes, reason.bound].join(
          ' ',
        )
      : '–'
  for (const t of plan.trades) ruling.equal(t.symbol, text(t.reason), text(reasons.get(t.holdingId)))
  return ruling.result
}

function limitCheck({ strays }: Restated, faults: readonly string[]): PlanCheck {
  const ruling = new Ruling('limits')
  ruling.expect('trades', faults.length === 0, faults.join('; '), '–')
  for (const t of strays) ruling.expect(t.symbol, false, t.side, '–')
  return ruling.result
}

/** A plan without a proof claims nothing, and there is nothing to refute. */
const claimsNothing = ({ certified, objective, lowerBound, parts }: Certificate): boolean =>
  !certified && objective === 0n && lowerBound === 0n && Object.values(parts).every((part) => part === 0n)

type Rechecked = ReturnType<typeof recheck>

function objectiveCheck({ plan: { certificate } }: Opened, checked: Rechecked): PlanCheck {
  const ruling = new Ruling('objective')
  if (claimsNothing(certificate)) return ruling.result
  ruling.equal('total', fineText(certificate.objective), fineText(fineRounded(checked.objective)))
  for (const [part, exact] of Object.entries(checked.parts)) {
    const stated = certificate.parts[part as keyof Certificate['parts']]
    ruling.equal(part, fineText(stated ?? 0n), fineText(fineRounded(exact)))
  }
  return ruling.result
}

/** No plan costs less than the stated bound: the checker proves at least as much, and no bound stands above the objective. */
function boundCheck({ plan: { certificate } }: Opened, checked: Rechecked): PlanCheck {
  const ruling = new Ruling('lowerBound')
  const { certified, lowerBound, objective } = certificate
  if (!certified) {
    ruling.equal('total', fineText(lowerBound), fineText(0n))
    return ruling.result
  }
  const proven = checked.lowerBound === null ? null : fineDown(checked.lowerBound)
  ruling.expect(
    'total',
    proven !== null && lowerBound <= proven,
    fineText(lowerBound),
    proven === null ? '–' : fineText(proven),
  )
  // Both are rounded: the bound down, the objective half up.
  ruling.expect('objective', lowerBound <= objective, fineText(lowerBound), fineText(objective))
  return ruling.result
}

const PPB = 1_000_000_000n
const PER_FINE = (ONE * ONE) / 10_000n
const FINE_CENT = 100n

/** The distance between objective and bound, and the word for it. */
function gapCheck({ policy, plan: { certificate } }: Opened, { problem }: Restated): PlanCheck {
  const ruling = new Ruling('gap')
  const { objective, lowerBound, certified, gapPpb, status } = certificate
  const gap = objective > lowerBound ? objective - lowerBound : 0n
  ruling.equal('gapPpb', gapPpb, problem.whole > 0n ? (gap * PPB * PER_FINE) / problem.whole : 0n)
  const close = gap * 1_000_000n * PER_FINE <= BigInt(policy.terms.tolerance) * problem.whole
  const word = certified && gap <= FINE_CENT ? 'optimal' : certified && close ? 'withinTolerance' : 'deadline'
  ruling.equal('status', status, word)
  return ruling.result
}
