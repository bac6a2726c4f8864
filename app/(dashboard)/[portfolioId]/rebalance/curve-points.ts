import { type Place, withChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/address'
import { decimalText } from '@/lib/core/decimal'
import type { Plan } from '@/lib/core/plan'
import type { CurvePoint } from '@/lib/core/tradeoff'
import { compareBigint, RATE_DECIMALS } from '@/lib/core/units'

export interface DrawnPoint extends Omit<CurvePoint, 'taxWeight' | 'turnover'> {
  /** True for the plan on the page. */
  current: boolean
  /** False for the plan on the page where it lies beside the curve, as a plan that is not proven best may. */
  onCurve: boolean
  /** The address of the plan; null where one is already. */
  href: string | null
}

/** The points of the curve with the plan on the page among them, by tax ascending. */
export function drawnPoints(points: readonly CurvePoint[], plan: Plan, place: Place): DrawnPoint[] {
  const { tracking } = plan.certificate.parts
  const isCurrent = (p: CurvePoint): boolean => p.tax === plan.tax.total && p.tracking === tracking
  const drawn = points.map((point): DrawnPoint => {
    const current = isCurrent(point)
    const tax = decimalText(point.taxWeight, RATE_DECIMALS)
    return { ...point, current, onCurve: true, href: current ? null : withChoices(place, { tax }) }
  })
  if (drawn.some((p) => p.current)) return drawn
  const { driftAfter, trades } = plan
  const standing = { current: true, onCurve: false, href: null }
  const own = { tax: plan.tax.total, tracking, driftAfter, trades: trades.length, ...standing }
  return [...drawn, own].sort((a, b) => compareBigint(a.tax, b.tax))
}

const STEPS = [1, 2, 2.5, 5, 10]
const WANTED = 4

/** Round numbers from zero to beyond the largest value, about five of them. */
export function roundTicks(largest: number): number[] {
  if (largest <= 0) return [0, 1]
  const rough = largest / WANTED
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, (STEPS.find((s) => s * power >= rough) ?? 10) * power)
  return Array.from({ length: Math.ceil(largest / step) + 1 }, (_, i) => i * step)
}
