import type { Exact } from '@/bench/exact'
import { type Answer, judge } from '@/bench/judge'
import { SIGNS, type Signs, stateModel } from '@/bench/model'
import { answerOf } from '@/bench/model-answer'
import { OutsideSolver } from '@/bench/outside'
import type { Options } from './outside-solvers.mjs'

/** What the referee found: the best answer as the exact judge sees it, and a floating lower bound of all answers. */
export interface Ruling {
  status: 'solved' | 'infeasible' | 'unknown'
  best: Answer | null
  objective: bigint | null
  bound: number | null
  why: string[]
}

/**
 * HiGHS at gap zero. Netted gains are six linear problems, and the best of them counts. Now and then it takes a plan for the best that is
 * not, or one that breaks a rule by a hair; asked again, `carefully`, with other tolerances and no presolve, it mostly corrects itself.
 */
export class Referee {
  private readonly highs = new OutsideSolver('highs')

  async rule(exact: Exact, seconds: number, careful = false): Promise<Ruling> {
    const ruling: Ruling = {
      ...{ status: 'infeasible', best: null, objective: null, why: [] },
      bound: Number.POSITIVE_INFINITY,
    }
    const cases = exact.netting && exact.positions.some((p) => p.lots.length > 0) ? SIGNS : [null]
    for (const signs of cases) await this.consider(exact, signs, { gap: 1e-7, seconds, careful }, ruling)
    return ruling.why.length > 0 && !careful ? this.rule(exact, seconds, true) : ruling
  }

  private async consider(exact: Exact, signs: Signs | null, options: Options, ruling: Ruling): Promise<void> {
    const stated = stateModel(exact, signs)
    const outcome = await this.highs.solve(stated.model, options)
    if (outcome.status === 'infeasible') return
    if (outcome.status !== 'solved') ruling.why.push(outcome.why ?? outcome.status)
    if (ruling.status !== 'unknown') ruling.status = outcome.status === 'solved' ? 'solved' : 'unknown'
    if (ruling.bound !== null) ruling.bound = outcome.bound === null ? null : Math.min(ruling.bound, outcome.bound)
    if (!outcome.values) return
    const answer = answerOf(exact, stated, outcome.values)
    const { faults, objective } = judge(exact, answer)
    ruling.why.push(...faults)
    if (faults.length > 0 || (ruling.objective !== null && objective >= ruling.objective)) return
    ruling.best = answer
    ruling.objective = objective
  }

  end(): Promise<void> {
    return this.highs.end()
  }
}
