import type { RegimeState } from '@/lib/core/models'
import type { Evaluation, Leg } from '@/lib/core/regime'
import { NEEDED, THRESHOLDS } from '@/lib/core/regime/hysteresis'
import { LEG_RULES, unscale } from '@/lib/core/regime/leg-rules'
import { weightAtHand } from '@/lib/core/regime/score'

/** One thing that must hold. `away` is the threshold less the value, in the value's units; null while the value is not known. */
export interface Condition {
  /** The score, 0 to 1, or the growth of the securities held, percent a year. */
  measure: 'score' | 'bs'
  /** `below` and `above` without the threshold itself. */
  must: 'atLeast' | 'atMost' | 'above' | 'below' | 'notAbove'
  threshold: number
  value: number | null
  away: number | null
  isMet: boolean
}

/** The raw reading at which one leg alone would bring the score to the threshold, and how far it is from there, in the leg's units. */
export interface LegMove {
  raw: number
  change: number
}

export interface StateChange {
  to: RegimeState
  /** Whether all conditions must hold, or one of them is enough. */
  join: 'all' | 'any'
  conditions: Condition[]
  /** Fridays in a row counted so far, of those needed. */
  streak: number
  needed: number
  /** Null for a leg that cannot do it alone or is not at hand; null altogether when the score is there already. */
  alone: Record<Leg, LegMove | null> | null
}

type Must = Condition['must']

const HOLDS: Record<Must, (value: number, threshold: number) => boolean> = {
  atLeast: (value, threshold) => value >= threshold,
  atMost: (value, threshold) => value <= threshold,
  above: (value, threshold) => value > threshold,
  below: (value, threshold) => value < threshold,
  notAbove: (value, threshold) => value <= threshold,
}

function condition(measure: Condition['measure'], value: number | null, must: Must, threshold: number): Condition {
  return {
    measure,
    must,
    threshold,
    value,
    away: value === null ? null : threshold - value,
    isMet: value !== null && HOLDS[must](value, threshold),
  }
}

/** Solves score + (x − scaled) · weight / weights at hand = threshold for the scaled reading of one leg. */
function moveOf({ legs, score }: Evaluation, leg: Leg, threshold: number): LegMove | null {
  const { raw, scaled } = legs[leg]
  if (score === null || raw === null || scaled === null) return null
  const wanted = scaled + ((threshold - score) * weightAtHand(legs)) / LEG_RULES[leg].weight
  if (wanted < 0 || wanted > 1) return null
  const target = unscale(leg, wanted)
  return { raw: target, change: target - raw }
}

function aloneTo(evaluation: Evaluation, score: Condition): StateChange['alone'] {
  if (score.isMet) return null
  const move = (leg: Leg) => moveOf(evaluation, leg, score.threshold)
  return { bs: move('bs'), rate: move('rate'), exp: move('exp'), res: move('res'), fund: move('fund') }
}

/**
 * What would change the state that is held, and how far away it is. From neutral there are two ways, from either other state one back to neutral
 * and one across. Computed from the readings of one evaluation; four Fridays in a row are needed.
 */
export function changeDistance(evaluation: Evaluation): StateChange[] {
  const { held, score, legs, streaks } = evaluation
  const growth = legs.bs.status === 'used' ? legs.bs.raw : null
  const change = (
    to: RegimeState,
    streak: keyof Evaluation['streaks'],
    conditions: [Condition, ...Condition[]],
    join: StateChange['join'] = 'all',
  ): StateChange => ({
    to,
    join,
    conditions,
    streak: streaks[streak],
    needed: NEEDED,
    alone: aloneTo(evaluation, conditions[0]),
  })
  const toPostQt = change('postQt', 'enterPostQt', [
    condition('score', score, 'atLeast', THRESHOLDS.enterPostQt),
    condition('bs', growth, 'above', THRESHOLDS.gate),
  ])
  const toTightening = change('tightening', 'enterTightening', [
    condition('score', score, 'atMost', THRESHOLDS.enterTightening),
  ])
  if (held === 'neutral') return [toPostQt, toTightening]
  if (held === 'tightening') {
    return [change('neutral', 'leaveTightening', [condition('score', score, 'above', THRESHOLDS.leave)]), toPostQt]
  }
  const leave = change(
    'neutral',
    'leavePostQt',
    [condition('score', score, 'below', THRESHOLDS.leave), condition('bs', growth, 'notAbove', THRESHOLDS.gate)],
    'any',
  )
  return [leave, toTightening]
}
