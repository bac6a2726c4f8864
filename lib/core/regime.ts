import { fridayAfter, fridayUntil, nextFriday, shifted } from '@/lib/core/day-number'
import type { RegimeState } from '@/lib/core/model-terms'
import { standing } from '@/lib/core/regime/age'
import { advance, atStart, type Memory } from '@/lib/core/regime/hysteresis'
import { quadrantOf } from '@/lib/core/regime/label'
import { readLegs } from '@/lib/core/regime/readings'
import { hasMandatory, isMeasured, scoreOf } from '@/lib/core/regime/score'
import { type SeriesSet, seriesSet } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'

/** The five measures of the classifier: securities held, policy rate, rate expectations, reserves, funding stress. */
export const LEGS = ['bs', 'rate', 'exp', 'res', 'fund'] as const
export type Leg = (typeof LEGS)[number]

/** Which series stood for the securities that the Federal Reserve holds outright. */
export type SecuritiesSource = 'WSHOSHO' | 'TREAST+WSHOMCB' | 'WALCL'

export interface LegReading {
  /** bs: percent a year; rate, exp, fund: basis points; res: percent of the balance sheet. Null when missing. */
  raw: number | null
  /** Between 0 (tightening) and 1 (easing); null unless used. */
  scaled: number | null
  /** The newest observation that it rests on; where it rests on two series, of the one that is further behind. */
  date: IsoDate | null
  /** `stale`: past its greatest age, shown and not counted. */
  status: 'used' | 'stale' | 'missing'
  /** Of the bs leg only. */
  source?: SecuritiesSource
}

/** What one Friday's evaluation says, from what was known on the Thursday before. */
export interface Evaluation {
  friday: IsoDate
  /** `unknown` when a mandatory leg is missing or coverage is too low; then `held` is the last state known. */
  state: RegimeState | 'unknown'
  held: RegimeState
  /** The Friday on which the held state was entered. */
  heldSince: IsoDate
  /** The last Friday on which a state was measured; the first Friday of all until one was. */
  measuredOn: IsoDate
  /** 0 to 1; null without any leg. */
  score: number | null
  liquidity: number | null
  rates: number | null
  /** Sum of the weights of the legs at hand, 0 to 1. */
  coverage: number
  legs: Record<Leg, LegReading>
  /** Fridays in a row for which each condition has held; a change needs four. */
  streaks: { enterPostQt: number; enterTightening: number; leavePostQt: number; leaveTightening: number }
  quadrant: {
    balanceSheet: 'expanding' | 'flat' | 'shrinking' | null
    rates: 'easing' | 'onHold' | 'tightening' | null
  }
  /** The state whose weights apply: the held one, neutral when nothing was measured for more than 21 days. */
  targets: RegimeState
  /** Whether a new target may be proposed from the measured regime. */
  mayPropose: boolean
}

interface Walk {
  memory: Memory
  /** Null until the first. */
  measuredOn: IsoDate | null
}

/** The readings of one Friday, and the evaluation that they lead to. */
function step(walk: Walk, friday: IsoDate, legs: Evaluation['legs']): { walk: Walk; evaluation: Evaluation } {
  const score = scoreOf(legs)
  const known = isMeasured(legs) && score.score !== null && legs.bs.raw !== null
  const memory = known ? advance(walk.memory, friday, score.score ?? 0, legs.bs.raw ?? 0) : walk.memory
  const measuredOn = known ? friday : walk.measuredOn
  const { targets, mayPropose } = standing(memory.held, measuredOn ?? memory.heldSince, friday)
  const evaluation: Evaluation = {
    friday,
    state: known ? memory.held : 'unknown',
    held: memory.held,
    heldSince: memory.heldSince,
    measuredOn: measuredOn ?? memory.heldSince,
    ...score,
    legs,
    streaks: memory.streaks,
    quadrant: quadrantOf(score.liquidity, score.rates),
    targets,
    mayPropose: mayPropose && measuredOn !== null,
  }
  return { walk: { memory, measuredOn }, evaluation }
}

/**
 * The measured regime, one evaluation a Friday from `from` to `to`, each from what was known on the Thursday before it: no observation with a later
 * date is used. The states run from the first Friday that has both mandatory legs, which starts neutral, whatever part is asked for; no Friday
 * before it is answered. Observations may come in any order; of several on one date the last given counts.
 */
export function evaluateRegime(series: SeriesSet, { from, to }: { from?: IsoDate; to: IsoDate }): Evaluation[] {
  const known = seriesSet(series)
  const evaluations: Evaluation[] = []
  let walk: Walk | null = null
  const end = fridayUntil(to)
  for (let friday = firstFriday(known); friday !== null && friday <= end; friday = nextFriday(friday)) {
    const legs = readLegs(known, shifted(friday, -1))
    if (walk === null && !hasMandatory(legs)) continue
    const stepped = step(walk ?? { memory: atStart(friday), measuredOn: null }, friday, legs)
    walk = stepped.walk
    if (from === undefined || friday >= from) evaluations.push(stepped.evaluation)
  }
  return evaluations
}

/** The first Friday after both mandatory legs have an observation; null when one has none. */
function firstFriday({ DFF, WALCL, WSHOSHO, TREAST }: SeriesSet): IsoDate | null {
  const securities = [WALCL, WSHOSHO, TREAST].flatMap((observations) => observations?.[0]?.date ?? []).sort()[0]
  const funds = DFF?.[0]?.date
  if (!securities || !funds) return null
  return fridayAfter(securities > funds ? securities : funds)
}
