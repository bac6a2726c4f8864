import { type Exact, exactly, MONEY } from '@/bench/exact'
import { type Answer, judge, toMoney } from '@/bench/judge'
import { stateModel } from '@/bench/model'
import { answerOf } from '@/bench/model-answer'
import { type OutsideName, OutsideSolver } from '@/bench/outside'
import type { Request } from '@/bench/request'
import { bookOf } from '@/bench/snapshot'
import { answerOfPlan } from '@/bench/soak-case'
import { buildPlan } from '@/lib/core/plan'
import { ppm } from '@/lib/core/units'

/** One attempt of one solver: how long it took, what its answer really costs, and whether it proved that it is near enough. */
export interface Attempt {
  ms: number
  /** Null: no answer, or one that breaks a rule. */
  objective: number | null
  met: boolean
  /** What it proved to be left, in money; null where it proved nothing. */
  gap: number | null
}

export interface Contender {
  name: string
  attempt(request: Request, tolerancePpm: number): Promise<Attempt>
  end(): Promise<void>
}

const wholeOf = (exact: Exact): number => Number(exact.whole / (MONEY / 100n)) / 100

function costOf(exact: Exact, answer: Answer): number | null {
  const { faults, objective } = judge(exact, answer)
  return faults.length > 0 ? null : toMoney(objective)
}

export function tidemark(deadlineMs: number): Contender {
  return {
    name: 'Tidemark',
    async attempt(request, tolerancePpm) {
      const exact = exactly(request)
      const { snapshot, policy } = bookOf(request)
      const asked = { ...policy, terms: { ...policy.terms, tolerance: ppm(tolerancePpm), deadline: deadlineMs } }
      const from = performance.now()
      const { plan } = buildPlan(snapshot, asked, () => performance.now())
      const ms = performance.now() - from
      if (!plan) return { ms, objective: null, met: false, gap: null }
      const { certified, objective, lowerBound } = plan.certificate
      const gap = Number(objective - lowerBound) / 10_000
      const met = certified && gap <= (wholeOf(exact) * tolerancePpm) / 1e6 + 0.01
      return { ms, objective: costOf(exact, answerOfPlan(exact, plan)), met, gap: certified ? gap : null }
    },
    async end() {},
  }
}

export function outside(name: Exclude<OutsideName, 'portfolio-allocation'>, seconds: number): Contender {
  const solver = new OutsideSolver(name)
  return {
    name,
    async attempt(request, tolerancePpm) {
      const exact = exactly(request)
      const stated = stateModel(exact, null)
      const gap = (wholeOf(exact) * tolerancePpm) / 1e6
      const outcome = await solver.solve(stated.model, { gap, seconds })
      const objective = outcome.values ? costOf(exact, answerOf(exact, stated, outcome.values)) : null
      const left = objective === null || outcome.bound === null ? null : Math.max(0, objective - outcome.bound)
      return { ms: outcome.ms, objective, met: outcome.status === 'solved' && objective !== null, gap: left }
    },
    end: () => solver.end(),
  }
}

/** The library that turns weights into whole shares: the weight of a class is shared evenly by its securities, and all is bought with cash. */
export function portfolioAllocation(seconds: number): Contender {
  const solver = new OutsideSolver('portfolio-allocation')
  return {
    name: 'portfolio-allocation',
    async attempt(request) {
      const exact = exactly(request)
      const prices = request.holdings.map((h) => Number(h.price))
      const inClass = (name: unknown): number => request.holdings.filter((h) => h.class === name).length
      const weights = request.holdings.map((h) => (request.targets[String(h.class)] ?? 0) / 10_000 / inClass(h.class))
      const outcome = await solver.solve({ weights, prices, money: wholeOf(exact) }, { gap: 0, seconds })
      const units = outcome.values?.map((n) => BigInt(Math.round(n)))
      return { ms: outcome.ms, objective: units ? costOf(exact, { units, lots: [] }) : null, met: false, gap: null }
    },
    end: () => solver.end(),
  }
}
