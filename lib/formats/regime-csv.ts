import type { Evaluation, Leg } from '@/lib/core/regime'

const COLUMNS = [
  ...['friday', 'state', 'score', 'axis_liquidity', 'axis_rates', 'coverage'],
  ...['bs_raw', 'rate_raw', 'exp_raw', 'res_raw', 'fund_raw'],
]
const STATES = { tightening: 'TIGHTENING', neutral: 'NEUTRAL', postQt: 'POST_QT', unknown: 'UNKNOWN' } as const
const PLACES = 4
const COVERAGE_PLACES = 2

/** Plain digits; no number is an empty cell, and there is no minus before a zero. */
function digits(value: number | null, places = PLACES): string {
  if (value === null) return ''
  const text = value.toFixed(places)
  return Number(text) === 0 ? (0).toFixed(places) : text
}

/** A leg that is missing or past its greatest age has no cell: it was not counted. */
const counted = ({ legs }: Evaluation, leg: Leg): string => digits(legs[leg].status === 'used' ? legs[leg].raw : null)

const row = (e: Evaluation): string[] => [
  e.friday,
  STATES[e.state],
  digits(e.score),
  digits(e.liquidity),
  digits(e.rates),
  digits(e.coverage, COVERAGE_PLACES),
  counted(e, 'bs'),
  counted(e, 'rate'),
  counted(e, 'exp'),
  counted(e, 'res'),
  counted(e, 'fund'),
]

/** Evaluations as a table, one row a Friday. Raw readings in the units of LegReading. */
export const regimeCsv = (evaluations: readonly Evaluation[]): string =>
  [COLUMNS, ...evaluations.map(row)].map((cells) => `${cells.join(',')}\n`).join('')
