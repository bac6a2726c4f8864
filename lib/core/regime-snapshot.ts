import { dateOfDay, dayNumber } from '@/lib/core/day-number'
import { REGIME_STATES, type RegimeState } from '@/lib/core/models'
import type { Evaluation, Leg, LegReading, SecuritiesSource } from '@/lib/core/regime'
import { quadrantOf } from '@/lib/core/regime/label'
import { readingOf } from '@/lib/core/regime/readings'
import { scoreOf } from '@/lib/core/regime/score'
import { BALANCE_SHEET } from '@/lib/core/regime/snapshot-balance-sheet'
import { ECONOMY } from '@/lib/core/regime/snapshot-economy'
import { RATES } from '@/lib/core/regime/snapshot-rates'
import { READINGS, SPELLS } from '@/lib/core/regime/snapshot-readings'
import type { Observation, SeriesId, SeriesSet } from '@/lib/core/series'
import { type IsoDate, isoDate } from '@/lib/core/units'

/** The Fridays of one state, from the first to the last. */
export interface Spell {
  from: IsoDate
  to: IsoDate
  state: RegimeState
}

const SOURCES: Record<string, SecuritiesSource> = { W: 'WALCL', P: 'TREAST+WSHOMCB', T: 'WSHOSHO' }

/** The figures are typed in the source, so that one that cannot be read is a bug. */
function known<T>(value: T | null | undefined, text: string): T {
  if (value === null || value === undefined) throw new Error(`Not a figure of the snapshot: ${text}`)
  return value
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '')
const dateOf = (text = ''): IsoDate => known(isoDate(text), text)
const numberOf = (text = ''): number => known(Number.isFinite(Number.parseFloat(text)) ? Number(text) : null, text)
const stateOf = (text = ''): RegimeState =>
  known(
    REGIME_STATES.find((state) => state === text),
    text,
  )

/** The weekly states of the snapshot, oldest first; the last spell ends with the data. */
export function snapshotSpells(): Spell[] {
  return linesOf(SPELLS).map((line) => {
    const [from, to, state] = line.split(' ')
    return { from: dateOf(from), to: dateOf(to), state: stateOf(state) }
  })
}

function legOf(leg: Leg, text: string, thursday: number): LegReading {
  const [raw, age] = text.split('/')
  const reading = text === '-' ? null : { raw: numberOf(raw), date: dateOfDay(thursday - numberOf(age)) }
  return readingOf(leg, reading, dateOfDay(thursday))
}

function evaluationOf(line: string, spells: readonly Spell[]): Evaluation {
  const [first, source = '', bs = '', rate = '', exp = '', res = '', fund = '', counted = ''] = line.split(' ')
  const friday = dateOf(first)
  const thursday = dayNumber(friday) - 1
  const legs: Evaluation['legs'] = {
    bs: { ...legOf('bs', bs, thursday), source: known(SOURCES[source], line) },
    rate: legOf('rate', rate, thursday),
    exp: legOf('exp', exp, thursday),
    res: legOf('res', res, thursday),
    fund: legOf('fund', fund, thursday),
  }
  const [enterPostQt, enterTightening, leavePostQt, leaveTightening] = counted.split(',').map(numberOf)
  const score = scoreOf(legs)
  const spell = known(
    spells.find(({ from, to }) => from <= friday && friday <= to),
    line,
  )
  return {
    friday,
    state: spell.state,
    held: spell.state,
    heldSince: spell.from,
    measuredOn: friday,
    ...score,
    legs,
    streaks: {
      enterPostQt: known(enterPostQt, line),
      enterTightening: known(enterTightening, line),
      leavePostQt: known(leavePostQt, line),
      leaveTightening: known(leaveTightening, line),
    },
    quadrant: quadrantOf(score.liquidity, score.rates),
    targets: spell.state,
    mayPropose: true,
  }
}

/**
 * The classifier's evaluations from the figures that ship with the product: the last Friday of each month from January 2014, and the last Friday
 * of the data. Scores are computed from the raw readings as in evaluateRegime; each stands as on its own Friday, see asOfDay for a later day.
 */
export function snapshotEvaluations(): Evaluation[] {
  const spells = snapshotSpells()
  return linesOf(READINGS).map((line) => evaluationOf(line, spells))
}

/** The last Friday of the snapshot: the date that stands beside everything shown from it. */
export function snapshotDate(): IsoDate {
  return known(snapshotSpells().at(-1), SPELLS).to
}

const two = (n: number): string => String(n).padStart(2, '0')

function observationsOf(table: string): Observation[] {
  return linesOf(table).flatMap((line) => {
    const [year, ...months] = line.split(' ')
    return months.flatMap((cell, i) => {
      if (cell === '-') return []
      const [day, value] = cell.includes(':') ? cell.split(':') : ['1', cell]
      return { date: dateOf(`${year}-${two(i + 1)}-${two(numberOf(day))}`), value: numberOf(value) }
    })
  })
}

/** The levels that ship with the product: of each series the last observation of each month from 2014, under its own date. */
export function snapshotSeries(): SeriesSet {
  const tables: [string, string][] = Object.entries({ ...BALANCE_SHEET, ...RATES, ...ECONOMY })
  const set: SeriesSet = {}
  for (const [id, table] of tables) set[id as SeriesId] = observationsOf(table)
  return set
}
