import type { Evaluation } from '@/lib/core/regime'
import type { IsoDate } from '@/lib/core/units'

type Streaks = Evaluation['streaks']

/** What is carried from one Friday to the next. */
export interface Memory {
  held: Evaluation['held']
  heldSince: IsoDate
  streaks: Streaks
}

/** Fridays in a row that a condition must have held before the state changes. */
export const NEEDED = 4

/** Scores between 0 and 1; growth of the securities held in percent a year. */
export const THRESHOLDS = {
  enterPostQt: 0.6,
  enterTightening: 0.4,
  /** Below it post-QT is left; above it tightening is. */
  leave: 0.5,
  /** Post-QT wants securities that shrink by less than this. */
  gate: -1,
} as const

export const NO_STREAKS: Streaks = { enterPostQt: 0, enterTightening: 0, leavePostQt: 0, leaveTightening: 0 }

export const atStart = (friday: IsoDate): Memory => ({ held: 'neutral', heldSince: friday, streaks: NO_STREAKS })

/** The streaks after one more measured Friday. They are counted in every state, and a change of state does not end them. */
function counted(before: Streaks, score: number, growth: number): Streaks {
  const isOpen = growth > THRESHOLDS.gate
  const count = (streak: number, holds: boolean): number => (holds ? streak + 1 : 0)
  return {
    enterPostQt: count(before.enterPostQt, score >= THRESHOLDS.enterPostQt && isOpen),
    enterTightening: count(before.enterTightening, score <= THRESHOLDS.enterTightening),
    leavePostQt: count(before.leavePostQt, score < THRESHOLDS.leave || !isOpen),
    leaveTightening: count(before.leaveTightening, score > THRESHOLDS.leave),
  }
}

/** Entering comes before leaving: when both are due on the same Friday, the state is entered without a neutral week between. */
function decided(held: Memory['held'], streaks: Streaks): Memory['held'] {
  if (streaks.enterPostQt >= NEEDED) return 'postQt'
  if (streaks.enterTightening >= NEEDED) return 'tightening'
  if (held === 'postQt' && streaks.leavePostQt >= NEEDED) return 'neutral'
  if (held === 'tightening' && streaks.leaveTightening >= NEEDED) return 'neutral'
  return held
}

/**
 * One measured Friday further. Score from 0 to 1, growth of the securities in percent a year. A Friday that was not measured is passed over: its
 * streaks stay as they are. Why wait: see Kritzman, Page and Turkington, Regime Shifts, 2012.
 */
export function advance(memory: Memory, friday: IsoDate, score: number, growth: number): Memory {
  const streaks = counted(memory.streaks, score, growth)
  const held = decided(memory.held, streaks)
  return { held, heldSince: held === memory.held ? memory.heldSince : friday, streaks }
}
