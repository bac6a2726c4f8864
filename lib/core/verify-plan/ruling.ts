/** What a check found wrong: where, what the file says, and what its own inputs give instead. Plain digits, names or codes. */
export interface CheckFault {
  subject: string
  stated: string
  computed: string
}

export interface PlanCheck {
  check: CheckName
  ok: boolean
  /** How many figures were compared. */
  compared: number
  /** The first of those that differ. */
  faults: CheckFault[]
}

/** In the order in which they are reported. */
export const CHECK_NAMES = [
  'hash',
  'input',
  'target',
  'quantities',
  'lots',
  'values',
  'costs',
  'tax',
  'cash',
  'reserves',
  'turnover',
  'totals',
  'drift',
  'reasons',
  'remarks',
  'limits',
  'objective',
  'lowerBound',
  'gap',
] as const
export type CheckName = (typeof CHECK_NAMES)[number]

const MOST_FAULTS = 20

/** Counts comparisons and keeps those that fail. */
export class Ruling {
  #compared = 0
  readonly #faults: CheckFault[] = []

  constructor(readonly check: CheckName) {}

  /** Both sides as they are; null and undefined are the same absence. */
  equal(subject: string, stated: unknown, computed: unknown): void {
    this.expect(subject, textOf(stated) === textOf(computed), stated, computed)
  }

  /** A condition, with what the two sides were. */
  expect(subject: string, holds: boolean, stated: unknown, computed: unknown): void {
    this.#compared += 1
    if (holds || this.#faults.length >= MOST_FAULTS) {
      if (!holds) this.#more = true
      return
    }
    this.#faults.push({ subject, stated: textOf(stated), computed: textOf(computed) })
  }

  #more = false

  get result(): PlanCheck {
    return {
      check: this.check,
      ok: this.#faults.length === 0 && !this.#more,
      compared: this.#compared,
      faults: this.#faults,
    }
  }
}

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '–' : typeof value === 'string' ? value : String(value)
