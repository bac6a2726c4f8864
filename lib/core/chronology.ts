import type { Observation } from '@/lib/core/series'
import { type IsoDate, isoDate } from '@/lib/core/units'

/** Facts of monetary policy, typed with their dates. They stand beside the measured score and never enter it. */

/** A change of the target range for the federal funds rate. Upper bounds in percent; the lower is a quarter point below. */
export interface RateMove {
  /** The day from which it is in effect, the day after the meeting. */
  date: IsoDate
  from: number
  to: number
}

export const PROGRAMMES = ['qt1', 'bills2019', 'qe4', 'qt2', 'reserveManagement'] as const
export type ProgrammeId = (typeof PROGRAMMES)[number]

/** A pace in force from a date on, billions of dollars a month. `month`: only the month is known, and stands for its first day. */
export interface Pace {
  from: IsoDate
  precision: 'day' | 'month'
  /** Run-off: the most that may mature without being replaced. Purchases: what is bought. */
  treasuries: number
  agency: number
  /** True where a single publication says so. */
  isOneSource: boolean
}

export interface Programme {
  id: ProgrammeId
  kind: 'runOff' | 'purchases'
  from: IsoDate
  /** The last day; null while no end is known. */
  to: IsoDate | null
  /** Oldest first; none where no pace is recorded here. */
  paces: readonly Pace[]
  /** The publication that it is taken from. */
  source: string
}

const day = (text: string): IsoDate => {
  const date = isoDate(text)
  if (date === null) throw new Error(`Not a date of the chronology: ${text}`)
  return date
}

/** The day up to which these figures were read; later moves can only come from the series. */
export const CHRONOLOGY_UNTIL = day('2026-10-01')

/** Effective date and new upper bound. Source: FOMC statements and implementation notes; equal to DFEDTARU of FRED where it overlaps. */
const MOVES = `
2022-03-17 0.50  2022-05-05 1.00  2022-06-16 1.75  2022-07-28 2.50  2022-09-22 3.25  2022-11-03 4.00  2022-12-15 4.50
2023-02-02 4.75  2023-03-23 5.00  2023-05-04 5.25  2023-07-27 5.50
2024-09-19 5.00  2024-11-08 4.75  2024-12-19 4.50
2025-09-18 4.25  2025-10-30 4.00  2025-12-11 3.75
2026-09-17 4.00
`
/** The upper bound from 2020-03-16 to the first of these moves. */
const BEFORE = 0.25

function readMoves(): RateMove[] {
  const words = MOVES.trim().split(/\s+/)
  let from = BEFORE
  return Array.from({ length: words.length / 2 }, (_, i) => {
    const to = Number(words[2 * i + 1])
    const move = { date: day(words[2 * i] ?? ''), from, to }
    from = to
    return move
  })
}

/** All moves from March 2022, oldest first. */
export const RATE_MOVES: readonly RateMove[] = readMoves()

const pace = (from: string, treasuries: number, agency = 0, rest: Partial<Pace> = {}): Pace => ({
  from: day(from),
  precision: 'day',
  treasuries,
  agency,
  isOneSource: false,
  ...rest,
})

/** What the Federal Reserve did with its balance sheet, oldest first. */
export const BALANCE_SHEET_PROGRAMMES: readonly Programme[] = [
  {
    id: 'qt1',
    kind: 'runOff',
    from: day('2017-10-01'),
    to: day('2019-07-31'),
    paces: [],
    source: 'FOMC, implementation notes of 2017-09-20 and 2019-07-31',
  },
  {
    id: 'bills2019',
    kind: 'purchases',
    from: day('2019-10-15'),
    // The purchases of 2020 took their place.
    to: day('2020-03-14'),
    paces: [],
    source: 'FOMC, statement regarding monetary policy implementation of 2019-10-11',
  },
  {
    id: 'qe4',
    kind: 'purchases',
    from: day('2020-03-15'),
    to: day('2022-03-09'),
    paces: [],
    source: 'FOMC, statement of 2020-03-15; New York Fed, purchase schedules to March 2022',
  },
  {
    id: 'qt2',
    kind: 'runOff',
    from: day('2022-06-01'),
    to: day('2025-11-30'),
    paces: [
      pace('2022-06-01', 30, 17.5),
      pace('2022-09-01', 60, 35),
      pace('2024-06-01', 25, 35),
      pace('2025-04-01', 5, 35),
    ],
    source: 'FOMC, plans of 2022-05-04; implementation notes of 2024-05-01, 2025-03-19 and 2025-10-29',
  },
  {
    id: 'reserveManagement',
    kind: 'purchases',
    from: day('2025-12-12'),
    to: null,
    paces: [
      pace('2025-12-12', 40),
      pace('2026-04-01', 25, 0, { precision: 'month' }),
      pace('2026-05-01', 10, 0, { precision: 'month' }),
      pace('2026-08-14', 0, 0, { isOneSource: true }),
    ],
    source: 'FOMC, implementation note of 2025-12-10; New York Fed, purchase schedules',
  },
]

/** Changes of the upper bound (DFEDTARU) after the last typed move, so that what is fetched continues the chronology. */
function laterMoves(upperBound: readonly Observation[]): RateMove[] {
  const last = RATE_MOVES.at(-1)
  if (!last) return []
  let from = last.to
  return upperBound.flatMap(({ date, value }) => {
    if (date <= last.date || value === from) return []
    const move = { date, from, to: value }
    from = value
    return [move]
  })
}

export interface PolicyFacts {
  date: IsoDate
  /** Whether securities are being run off, and in which programme. */
  runOff: { isRunning: boolean; last: Programme }
  /** Reserve-management purchases: whether they run on that day, at which pace, and since when it holds. */
  reserveManagement: { isRunning: boolean; pace: Pace | null }
  /** The last move in effect; null before the first. */
  lastMove: RateMove | null
  /** The upper bound in percent; null before the first move. */
  upperBound: number | null
  /** False for a day after the chronology ends: something newer may have happened. */
  isComplete: boolean
}

const isOn = ({ from, to }: Programme, date: IsoDate): boolean => from <= date && (to === null || date <= to)

/** What was so on a day. `upperBound` (DFEDTARU, in order of dates) continues the moves beyond those typed here. */
export function factsOn(date: IsoDate, upperBound: readonly Observation[] = []): PolicyFacts {
  const begun = BALANCE_SHEET_PROGRAMMES.filter(({ from }) => from <= date)
  const runOffs = BALANCE_SHEET_PROGRAMMES.filter(({ kind }) => kind === 'runOff')
  const last = runOffs.findLast(({ from }) => from <= date) ?? (runOffs[0] as Programme)
  const reserves = begun.find(({ id }) => id === 'reserveManagement')
  const current = reserves?.paces.findLast(({ from }) => from <= date) ?? null
  const lastMove = [...RATE_MOVES, ...laterMoves(upperBound)].findLast((move) => move.date <= date) ?? null
  return {
    date,
    runOff: { isRunning: isOn(last, date), last },
    reserveManagement: { isRunning: (current?.treasuries ?? 0) > 0, pace: current },
    lastMove,
    upperBound: lastMove?.to ?? null,
    isComplete: date <= CHRONOLOGY_UNTIL,
  }
}
