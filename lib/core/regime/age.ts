import { dayNumber } from '@/lib/core/day-number'
import type { Evaluation } from '@/lib/core/regime'
import type { IsoDate } from '@/lib/core/units'

/** Days after the last measured Friday for which the state that was held then still stands. */
export const HELD_FOR = 21

/** Whose weights apply on a day, and whether the measured regime may propose any. */
export function standing(held: Evaluation['held'], measuredOn: IsoDate, day: IsoDate) {
  const stands = dayNumber(day) - dayNumber(measuredOn) <= HELD_FOR
  return { targets: stands ? held : ('neutral' as const), mayPropose: stands }
}

/** Days after its Friday from which an evaluation's policy rate, of the Thursday before, is past its greatest age. */
const PAST = 14

/**
 * An evaluation as it stands on a later day, for readings that end before the day on which they are shown. From the second Friday on the state is
 * unknown; after 21 days the neutral weights apply and nothing is proposed.
 */
export function asOfDay(evaluation: Evaluation, day: IsoDate): Evaluation {
  const { held, measuredOn } = evaluation
  const isPast = dayNumber(day) - dayNumber(evaluation.friday) >= PAST
  const { targets, mayPropose } = standing(held, measuredOn, day)
  return {
    ...evaluation,
    state: isPast ? 'unknown' : evaluation.state,
    targets,
    mayPropose: mayPropose && evaluation.mayPropose,
  }
}
