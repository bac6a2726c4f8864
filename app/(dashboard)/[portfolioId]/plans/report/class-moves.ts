import type { Scale } from '@/app/(dashboard)/[portfolioId]/plans/report/move-strip'
import { isAssetClass } from '@/lib/core/asset-class'
import { type BandSide, bandState } from '@/lib/core/drift'
import type { PlanDocument } from '@/lib/core/plan-document'
import { type Bps, bps, type Cents, cents, MILLION, WHOLE } from '@/lib/core/units'
import { BUCKETS, type Bucket } from '@/lib/core/valuation'

export interface MoveRow {
  bucket: Bucket
  before: Bps
  after: Bps
  /** Money that the plan moves into (+) or out of (−) it. */
  shift: Cents
  /** The edges in basis points, for drawing; the side is where the class stands after the plan. Null for what stands apart. */
  band: { target: Bps; lower: number; upper: number; side: BandSide } | null
}

/** The rows of the table of classes: the six always, what stands apart where there is any. */
export function movesOf({ plan: { before, after }, policy }: PlanDocument): MoveRow[] {
  return BUCKETS.filter((b) => isAssetClass(b) || before.values[b] !== 0n || after.values[b] !== 0n).map((bucket) => ({
    bucket,
    before: before.weights?.[bucket] ?? bps(0),
    after: after.weights?.[bucket] ?? bps(0),
    shift: cents(after.values[bucket] - before.values[bucket]),
    band: isAssetClass(bucket) ? bandOf(bucket) : null,
  }))

  function bandOf(assetClass: keyof typeof policy.target.weights): MoveRow['band'] {
    const { lower, upper, side } = bandState(after, policy.target, assetClass)
    const perBp = MILLION / WHOLE
    return { target: policy.target.weights[assetClass], lower: lower / perBp, upper: upper / perBp, side }
  }
}

const STEP = 1_000

/** One scale for all strips: from zero, or below it where something is, to the next ten percent above the highest mark. */
export function scaleOf(rows: readonly MoveRow[]): Scale {
  const marks = rows.flatMap((row) => [row.before, row.after, row.band?.upper ?? 0])
  const from = Math.floor(Math.min(0, ...marks) / STEP) * STEP
  return { from, to: Math.max(Math.ceil(Math.max(...marks) / STEP) * STEP, from + STEP) }
}
