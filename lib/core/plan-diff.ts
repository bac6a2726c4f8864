import type { Plan, Trade } from '@/lib/core/plan'
import { type Bps, type Cents, type FineMoney, fineMoney } from '@/lib/core/units'

export interface BeforeAfter<T> {
  before: T
  after: T
}

/** What another input makes of a plan. */
export interface PlanDiff {
  /** Trades of one plan alone, in the order of that plan. */
  added: Trade[]
  removed: Trade[]
  /** Same account and symbol, but another side, quantity or value; in the order of the later plan. */
  changed: BeforeAfter<Trade>[]
  /** Only the figures that differ. */
  figures: FigureDiff
}

export interface FigureDiff {
  /** Drift after the plan. */
  drift?: BeforeAfter<Bps | null>
  tax?: BeforeAfter<Cents>
  /** Sales whose tax is unknown, and so not in `tax`. */
  untaxed?: BeforeAfter<number>
  turnover?: BeforeAfter<Cents>
  costs?: BeforeAfter<Cents>
  /** objective − lowerBound. */
  gap?: BeforeAfter<FineMoney>
}

/** What changed from one plan to another. Trades are matched by account and symbol, of which a plan has at most one. */
export function diffPlans(before: Plan, after: Plan): PlanDiff {
  const was = byPosition(before)
  const is = byPosition(after)
  return {
    added: after.trades.filter((t) => !was.has(positionOf(t))),
    removed: before.trades.filter((t) => !is.has(positionOf(t))),
    changed: after.trades.flatMap((t) => {
      const old = was.get(positionOf(t))
      return old && !sameTrade(old, t) ? [{ before: old, after: t }] : []
    }),
    figures: diffFigures(before, after),
  }
}

/** True when neither a trade nor a figure differs. */
export function isSamePlan({ added, removed, changed, figures }: PlanDiff): boolean {
  return added.length + removed.length + changed.length + Object.keys(figures).length === 0
}

const positionOf = ({ accountId, symbol }: Trade): string => JSON.stringify([accountId, symbol])

const byPosition = ({ trades }: Plan): Map<string, Trade> => new Map(trades.map((t) => [positionOf(t), t]))

const sameTrade = (a: Trade, b: Trade): boolean => a.side === b.side && a.quantity === b.quantity && a.value === b.value

type Figures = { [Figure in keyof FigureDiff]-?: Required<FigureDiff>[Figure]['before'] }

const figuresOf = ({ driftAfter, tax, turnover, costs, certificate }: Plan): Figures => ({
  drift: driftAfter,
  tax: tax.total,
  untaxed: tax.unknown,
  turnover,
  costs,
  gap: fineMoney(certificate.objective - certificate.lowerBound),
})

function diffFigures(before: Plan, after: Plan): FigureDiff {
  const [was, is] = [figuresOf(before), figuresOf(after)]
  const names = Object.keys(was) as (keyof Figures)[]
  return Object.fromEntries(
    names.filter((name) => was[name] !== is[name]).map((name) => [name, { before: was[name], after: is[name] }]),
  )
}
